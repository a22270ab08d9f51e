"""
The acceptance list of spark/boildown_spark.py in one session of local[2,4]: `sparkJob.py FOLDER`.

FOLDER has shards/*.ndjson (id, url, html), archive.tgz, poison.mjs and settings.json; tables go to FOLDER/out/NAME as
JSON lines. Prints a line for each point that holds.
"""
import json
import os
import shutil
import sys
import time

folder = os.path.abspath(sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "..", "spark"))
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["BOILDOWN_TEST"] = folder
os.environ["PYTHONPATH"] = os.path.join(here, "..", "..", "..", "spark")

import boildown_spark as bd  # noqa: E402
import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql.types import LongType, StringType, StructField, StructType  # noqa: E402

with open(os.path.join(folder, "settings.json")) as file:
    settings = json.load(file)

started = time.time()
spark = (SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
         .config("spark.local.dir", os.path.join(folder, "tmp")).config("spark.sql.shuffle.partitions", "4")
         .config("spark.driver.memory", "1g").config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
spark.sparkContext.setLogLevel("OFF")
spark.sparkContext.addArchive(os.path.join(folder, "archive.tgz") + "#boildown")
print(f"session: pyspark {pyspark.__version__}, {time.time() - started:.0f} s", flush=True)

SHARDS = sorted(os.path.join(folder, "shards", name) for name in os.listdir(os.path.join(folder, "shards")))
schema = StructType([StructField("id", StringType()), StructField("url", StringType()), StructField("html", StringType()), StructField("shelf", LongType())])
pages = spark.read.schema(schema).json(SHARDS).repartition(5)
COLUMNS = tuple(settings["columns"])


def processes():
    """Node processes that were started from here."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else []):
        try:
            with open(f"/proc/{pid}/environ", "rb") as environ, open(f"/proc/{pid}/cmdline", "rb") as line:
                if f"BOILDOWN_TEST={folder}".encode() in environ.read() and b"worker.mjs" in line.read():
                    found.append(pid)
        except OSError:
            pass
    return found


def done(name):
    """A point holds: nothing runs on."""
    deadline = time.time() + 15
    while processes() and time.time() < deadline:
        time.sleep(0.2)
    assert not processes(), f"{name}: Node processes left: {processes()}"
    print(f"ok {name}, {time.time() - started:.0f} s", flush=True)


def write(name, table):
    table.write.mode("overwrite").option("ignoreNullFields", "false").json(os.path.join(folder, "out", name))
    assert os.path.exists(os.path.join(folder, "out", name, "_SUCCESS"))


def command(fault):
    """The archive's worker with a fault, which happens once."""
    target = os.path.join(folder, "tmp", f"fault-{fault}-{time.time_ns()}")
    return [sys.executable, os.path.join(here, "faulty.py"), fault, target, *bd.find_command()]


def by_value(**more):
    return bd.clean(pages, html="html", url="url", id="id", columns=COLUMNS, **more)


def by_reference(**more):
    return bd.clean_shards(spark, SHARDS, folder, columns=("id", "url", "shelf") + COLUMNS, **more)


def refused(name, call, words):
    try:
        call()
    except Exception as error:
        assert words in str(error), f"{name}: {error} does not say {words}"
        return done(name)
    raise AssertionError(f"{name}: not refused")


hello = bd.preflight(spark, cleaner=settings["version"], model=settings["model"])
assert spark.conf.get(bd.ARROW_ROWS) == "32"
done("preflight")

counters = bd.Counters(spark)
write("value", by_value(cleaner=settings["version"], counters=counters))
assert counters["rows"] == settings["rows"], counters["rows"]
done("by value")
write("reference", by_reference())
done("by reference")
archives = sorted(os.path.join(folder, "archives", name) for name in os.listdir(os.path.join(folder, "archives")))
write("archives", bd.clean_shards(spark, archives, folder, columns=("id", "url") + COLUMNS))
done("archives")

seen = bd.stats(spark, SHARDS, folder)
beside = bd.sidecars(seen, bd.templates(seen), os.path.join(folder, "sidecars"))
write("two-pass", bd.clean_shards(spark, root=folder, sidecars=beside, columns=("id", "url", "shelf") + COLUMNS))
assert len(os.listdir(os.path.join(folder, "sidecars"))) == len(SHARDS)
done("two passes")

for fault in ("kill", "exit", "no-end-once"):
    write(f"value-{fault}", by_value(command=command(fault)))
    done(f"by value, {fault}")
    write(f"reference-{fault}", by_reference(command=command(fault)))
    done(f"by reference, {fault}")

for name, table in (("value", by_value), ("reference", by_reference)):
    target = os.path.join(folder, "out", f"{name}-no-end")
    refused(f"{name}, no _end ever", lambda: table(command=command("no-end")).write.json(target), "ended with 0")
    assert not os.path.exists(os.path.join(target, "_SUCCESS"))

before = sorted((name, os.path.getmtime(os.path.join(folder, "out", "value", name))) for name in os.listdir(os.path.join(folder, "out", "value")))
refusals = {
    "another version": (lambda: write("value", by_value(cleaner="0.0.0")), "version is"),
    "another model": (lambda: write("value", by_value(model="none")), "model is"),
    "another protocol": (lambda: write("value", by_value(command=command("protocol"))), "protocol is 2"),
    "an unknown option": (lambda: write("value", by_value(options=["--favour", "recall"])), "did you mean --favor"),
    "an unknown column": (lambda: write("value", bd.clean(pages, html="page")), "no column page"),
    "a column that is taken": (lambda: write("value", bd.clean(pages.withColumnRenamed("shelf", "ok"), html="html")), "columns ok already"),
    "bytes by value": (lambda: write("value", bd.clean(pages.selectExpr("cast(html as binary) html"), html="html")), "is binary"),
    "no page": (lambda: write("value", bd.clean(pages, url="url")), "which column"),
}
for name, (call, words) in refusals.items():
    refused(name, call, words)
assert before == sorted((name, os.path.getmtime(os.path.join(folder, "out", "value", name))) for name in os.listdir(os.path.join(folder, "out", "value")))
done("refusals leave what was written")

poison = ["--pass", os.path.join(folder, "poison.mjs")]
poisoned = spark.range(12).selectExpr(
    "concat('p', id) id", "concat('<article><h1>Page</h1><p>', repeat('The keeper of the harbour counted the boats in the morning. ', 9), '</p><p>poison p', id, '</p></article>') html").repartition(2)
write("poison", bd.clean(poisoned, html="html", id="id", columns=COLUMNS, options=poison, deadline=3, memory=250))
done("poison")
spark.stop()
shutil.rmtree(os.path.join(folder, "tmp"), ignore_errors=True)
