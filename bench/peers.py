"""Times pandas and polars at what bench/peers.bench.ts does with Scrutineer: a CSV to Parquet, and a grouped count.

Prints one JSON object: for each peer its version and the median milliseconds of each task.
"""

import json
import statistics
import sys
import time

CSV, PARQUET, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3])
KEYS = ["Month", "Crime type", "Last outcome category"]


def median_ms(task):
    task()
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        task()
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def with_polars():
    import polars as pl

    def count():
        return (
            pl.scan_parquet(PARQUET)
            .group_by(KEYS)
            .agg(pl.len().alias("crimes"), pl.col("LSOA code").n_unique().alias("places"))
            .sort(KEYS)
            .collect()
        )

    def load():
        pl.read_csv(CSV).write_parquet(PARQUET, compression="zstd")

    return {"version": pl.__version__, "import": median_ms(load), "count": median_ms(count), "groups": len(count())}


def with_pandas():
    import pandas as pd

    def count():
        frame = pd.read_parquet(PARQUET, columns=[*KEYS, "LSOA code"])
        groups = frame.groupby(KEYS, dropna=False)
        return groups["LSOA code"].agg(["size", "nunique"])

    def load():
        pd.read_csv(CSV).to_parquet(PARQUET, compression="zstd")

    return {"version": pd.__version__, "import": median_ms(load), "count": median_ms(count), "groups": len(count())}


print(json.dumps({"polars": with_polars(), "pandas": with_pandas()}))
