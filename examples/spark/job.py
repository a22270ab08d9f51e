"""Pages of a table, and the same pages read by the workers themselves. See README.md for the command line."""
import sys

from pyspark.sql import SparkSession

import boildown_spark as bd

source, target = sys.argv[1:]
spark = SparkSession.builder.appName("clean pages").getOrCreate()
# Another version than the one that was tested is refused here, before anything is written.
bd.preflight(spark)

# By value: the pages are a column of a table.
pages = spark.read.schema("id string, url string, html string, shelf int").json(source)
counters = bd.Counters(spark)
bd.clean(pages, html="html", url="url", id="id", counters=counters).write.mode("overwrite").json(f"{target}/by-value")
print(f"{counters['ok']} of {counters['rows']} pages cleaned, {counters['error']} errors")

# By reference, in two passes: what a host repeats on its pages is counted first, and no page travels.
seen = bd.stats(spark, [source])
beside = bd.sidecars(seen, bd.templates(seen), f"{target}/sidecars")
bd.clean_shards(spark, sidecars=beside).write.mode("overwrite").json(f"{target}/by-reference")
spark.stop()
