# Makes sun.json: heights of the sun and times of nightfall as PyEphem 4.2 gives them, refraction off. Run: python3 sun.py, in this
# folder. PyPI: ephem.
import ephem, json, math, random
random.seed(5)
out = {"altitudes": [], "nightfall": []}
for _ in range(60):
    lat, lon = random.uniform(-60, 65), random.uniform(-180, 180)
    when = ephem.Date(ephem.Date("2010/1/1") + random.uniform(0, 9000))
    o = ephem.Observer(); o.lat, o.lon, o.date, o.pressure = math.radians(lat), math.radians(lon), when, 0
    out["altitudes"].append([round((when - ephem.Date("1970/1/1")) * 86400000), lat, lon, math.degrees(ephem.Sun(o).alt)])
for place, lat, lon in (("London", 51.5074, -0.1278), ("San Francisco", 37.7749, -122.4194)):
    for month in range(1, 13):
        o = ephem.Observer(); o.lat, o.lon, o.pressure = math.radians(lat), math.radians(lon), 0
        o.date = ephem.Date(ephem.Date("2015/%d/15 12:00" % month) - lon / 360)
        row = [place, month, lat, lon]
        for horizon in ("-0.833", "-6"):
            o.horizon = horizon; row.append(round((o.next_setting(ephem.Sun(), use_center=True) - ephem.Date("1970/1/1")) * 86400000))
        out["nightfall"].append(row)
json.dump(out, open("sun.json", "w"), indent=0)
