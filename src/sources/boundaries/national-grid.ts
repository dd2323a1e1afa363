/** The Airy 1830 ellipsoid and the projection of the British National Grid (EPSG:27700); Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C. */
const A = 6_377_563.396;
const B = 6_356_256.909;
const F0 = 0.9996012717;
const LAT0 = radians(49);
const LON0 = radians(-2);
const N0 = -100_000;
const E0 = 400_000;
const E2 = 1 - (B * B) / (A * A);
const N = (A - B) / (A + B);

/** WGS84, and the Helmert shift from the datum OSGB36 to it (the inverse of the guide's section 6.6). */
const WGS_A = 6_378_137;
const WGS_B = 6_356_752.3141;
const SHIFT = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894e-6, rx: 0.1502, ry: 0.247, rz: 0.8421 };

/**
 * Longitude and latitude (WGS84, degrees) of a point given in metres of the British National Grid. The single shift is good to about five
 * metres, which is far finer than generalised outlines.
 */
export function fromNationalGrid(easting: number, northing: number): [longitude: number, latitude: number] {
  const { latitude, longitude } = unproject(easting, northing);
  const { x, y, z } = cartesian(latitude, longitude);
  const [rx, ry, rz] = [SHIFT.rx, SHIFT.ry, SHIFT.rz].map((seconds) => radians(seconds / 3600)) as [
    number,
    number,
    number,
  ];
  const s = 1 + SHIFT.scale;
  return geographic(
    SHIFT.x + s * x - rz * y + ry * z,
    SHIFT.y + rz * x + s * y - rx * z,
    SHIFT.z - ry * x + rx * y + s * z,
  );
}

/** Annex C.2: grid to latitude and longitude on the Airy ellipsoid, in radians. */
function unproject(easting: number, northing: number): { latitude: number; longitude: number } {
  let lat = (northing - N0) / (A * F0) + LAT0;
  let arc = meridian(lat);
  for (let turn = 0; turn < 10 && Math.abs(northing - N0 - arc) >= 1e-5; turn += 1) {
    lat += (northing - N0 - arc) / (A * F0);
    arc = meridian(lat);
  }
  const [sin, cos, tan] = [Math.sin(lat), Math.cos(lat), Math.tan(lat)];
  const nu = (A * F0) / Math.sqrt(1 - E2 * sin * sin);
  const rho = (A * F0 * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const [t2, t4, t6] = [tan ** 2, tan ** 4, tan ** 6];
  const d = easting - E0;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4);
  const x = 1 / (cos * nu);
  const xi = (1 / (cos * 6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (1 / (cos * 120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4);
  const xiia = (1 / (cos * 5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t6);
  return {
    latitude: lat - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    longitude: LON0 + x * d - xi * d ** 3 + xii * d ** 5 - xiia * d ** 7,
  };
}

/** Length of the meridian from the true origin to a latitude, in metres. */
function meridian(lat: number): number {
  const [minus, plus] = [lat - LAT0, lat + LAT0];
  const [n2, n3] = [N ** 2, N ** 3];
  return (
    B *
    F0 *
    ((1 + N + 1.25 * n2 + 1.25 * n3) * minus -
      (3 * N + 3 * n2 + 2.625 * n3) * Math.sin(minus) * Math.cos(plus) +
      (1.875 * n2 + 1.875 * n3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}

function cartesian(lat: number, lon: number): { x: number; y: number; z: number } {
  const nu = A / Math.sqrt(1 - E2 * Math.sin(lat) ** 2);
  return {
    x: nu * Math.cos(lat) * Math.cos(lon),
    y: nu * Math.cos(lat) * Math.sin(lon),
    z: (1 - E2) * nu * Math.sin(lat),
  };
}

function geographic(x: number, y: number, z: number): [longitude: number, latitude: number] {
  const e2 = 1 - (WGS_B * WGS_B) / (WGS_A * WGS_A);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let turn = 0; turn < 6; turn += 1) {
    const nu = WGS_A / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return [degrees(Math.atan2(y, x)), degrees(lat)];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
