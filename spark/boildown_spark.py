"""
Boildown on Apache Spark: pages of a DataFrame, or of files, cleaned by a Node worker beside each task.

    spark-submit --py-files boildown_spark.py --archives boildown.tgz#boildown job.py

    import boildown_spark as bd
    bd.preflight(spark, cleaner="0.1.0")
    bd.clean(spark.read.parquet("pages"), html="html", url="url", id="id").write.parquet("out")

The archive is made by `boildown bundle -o boildown.tgz`. docs/spark.md says more. Python 3.9 or later; pyspark and
pyarrow are loaded by the calls that need them, so that the part that drives a worker runs without.
"""

import hashlib
import json
import os
import queue
import re
import selectors
import shutil
import signal
import subprocess
import tempfile
import threading
from collections import deque

PROTOCOL = 1
#: Columns that `clean` and `clean_shards` add: `ok` is a boolean, text is text, anything else its JSON.
COLUMNS = ("ok", "markdown", "title", "author", "date", "language", "quality", "problems", "error")
#: Pages are large: what is right for numbers (10,000 rows) would be gigabytes of them.
ROWS_PER_BATCH = 32
ARROW_ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"
#: Characters of a batch that files give, about.
BATCH_CHARACTERS = 16_000_000


class WorkerError(RuntimeError):
    """The worker is not what was expected, or gave other answers than asked for: the task must not end well."""


class WorkerDied(WorkerError):
    """It ended, or gave no answer in time, with rows in hand."""


def _json_line(row):
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except UnicodeEncodeError:  # A lone surrogate: as an escape it is the worker's to replace.
        return json.dumps(row, allow_nan=False).encode() + b"\n"


class Worker:
    """One `boildown worker`. A thread writes to it, so that neither side waits for the other for ever."""

    def __init__(self, command, arguments=(), expect=None, patience=600.0):
        self._stderr = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [*command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, start_new_session=True)
        self._patience = patience
        self._out = selectors.DefaultSelector()
        self._out.register(self._process.stdout, selectors.EVENT_READ)
        self._lines, self._rest = deque(), []
        self._to_write = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()
        self.sent = self.rows = 0
        try:
            self.hello = self.line().get("_hello", {})
            for name, wanted in {"protocol": PROTOCOL, **(expect or {})}.items():
                if self.hello.get(name) != wanted:
                    raise WorkerError(f"boildown worker: {name} is {self.hello.get(name)!r}, and {wanted!r} is expected")
        except BaseException:
            self.kill()
            raise

    def _write(self):
        try:
            for data in iter(self._to_write.get, None):
                self._process.stdin.write(data)
                self._process.stdin.flush()
            self._process.stdin.close()
        except (OSError, ValueError):
            pass  # It is gone: who reads from it hears of it.

    def send(self, rows):
        self.sent += len(rows)
        self._to_write.put(b"".join(map(_json_line, rows)))

    def line(self):
        """The next line it says, as an object."""
        while not self._lines:
            if not self._out.select(self._patience):
                raise WorkerDied(f"boildown worker: no answer within {self._patience:g} s")
            chunk = os.read(self._process.stdout.fileno(), 1 << 20)
            if not chunk:
                raise WorkerDied(f"boildown worker: ended {self._ending()}")
            first, *others = chunk.split(b"\n")
            self._rest.append(first)
            for part in others:
                self._lines.append(b"".join(self._rest))
                self._rest = [part]
        return json.loads(self._lines.popleft())

    def row(self):
        """The next answer; the end of a reference is `{"_ref": ...}`."""
        answer = self.line()
        if "_end" in answer:
            raise WorkerDied("boildown worker: ended before all rows were answered")
        self.rows += "_ref" not in answer
        return answer

    def finish(self):
        """No row comes any more: counts agree, it ends well, or the task fails. Returns the counts."""
        self._to_write.put(None)
        end = self.line().get("_end")
        if end is None or end.get("lines") != self.sent or end.get("rows") != self.rows:
            raise WorkerError(f"boildown worker: counts {end}, and {self.sent} lines were sent and {self.rows} rows came")
        try:
            code = self._process.wait(self._patience)
        except subprocess.TimeoutExpired:
            code = None
        if code != 0:
            raise WorkerError(f"boildown worker: ended {self._ending()} after its last line")
        return end

    def _ending(self):
        try:
            code = self._process.wait(10)
        except subprocess.TimeoutExpired:
            return "its output"
        self._stderr.seek(max(0, self._stderr.seek(0, os.SEEK_END) - 2000))
        return f"with {code}: {self._stderr.read().decode('utf-8', 'replace').strip()}"

    def kill(self):
        """Ends it and all that it started."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self._process.wait()
        self._to_write.put(None)
        self._writer.join()
        self._out.close()
        for stream in (self._process.stdout, self._stderr):
            stream.close()


class Cleaning:
    """Rows in, answers out in their order, over the deaths of a few workers: a row that two of them died of is an error row."""

    def __init__(self, start, max_worker_deaths=3):
        self._start, self._max_deaths = start, max_worker_deaths
        self._worker = start()
        self._in_hand = deque()
        self._deaths = self._blamed = 0

    def send(self, rows):
        self._in_hand.extend(rows)
        self._worker.send(rows)

    def settle(self, count):
        """Exactly so many answers."""
        answers = []
        while len(answers) < count:
            row = self._in_hand[0]
            try:
                answer = self._worker.row()
                self._blamed = 0
            except WorkerDied as error:
                answer = self._died(error)
                if answer is None:
                    continue
            if answer.get("id") != row.get("id"):
                raise WorkerError(f"boildown worker: answers {answer.get('id')!r}, and {row.get('id')!r} was asked for")
            self._in_hand.popleft()
            if answer["error"]:
                # Lines of this worker's input: another one would count others.
                answer["error"] = re.sub(r"^line [0-9]+: ", "", answer["error"])
            answers.append(answer)
        return answers

    def _died(self, error):
        self._worker.kill()
        self._deaths, self._blamed = self._deaths + 1, self._blamed + 1
        # A broken worker must not make an error row of every page.
        if self._deaths > self._max_deaths:
            raise error
        is_lost = self._blamed > 1
        self._worker = self._start()
        self._worker.send(list(self._in_hand)[is_lost:])
        if not is_lost:
            return None
        self._blamed = 0
        return {"id": self._in_hand[0].get("id"), "ok": False, "markdown": "", "error": str(error)}

    def finish(self):
        return self._worker.finish()

    def kill(self):
        self._worker.kill()


def find_command(command=None):
    """How to start the worker here: as said, else from the archive `boildown`, else the program of that name."""
    if command:
        return list(command)
    if os.environ.get("BOILDOWN_WORKER"):
        return json.loads(os.environ["BOILDOWN_WORKER"])
    folders = [os.path.abspath("boildown")]
    try:
        from pyspark import SparkFiles
        folders.insert(0, SparkFiles.get("boildown"))
    except Exception:  # Without a session there are no files of it.
        pass
    for folder in folders:
        if os.path.exists(os.path.join(folder, "worker.mjs")):
            return [os.path.join(folder, "node"), os.path.join(folder, "worker.mjs")]
    if shutil.which("boildown"):
        return ["boildown", "worker"]
    raise WorkerError("no boildown here: --archives boildown.tgz#boildown (made by `boildown bundle`), or command=[...]")


def _patience(deadline):
    """Seconds. The worker ends what takes too long by itself; who waits for it waits longer."""
    return 20.0 * deadline + 120


def preflight(spark, cleaner=None, model=None, command=None, arguments=()):
    """
    Starts a worker on the driver and lets it end; refuses another protocol, version (`cleaner`) or model than named,
    and options it does not know. Returns what every worker of the tasks must say of itself.

    :raises WorkerError: nothing was written yet.
    """
    wanted = {name: value for name, value in (("version", cleaner), ("model", model)) if value is not None}
    worker = Worker(find_command(command), arguments, wanted, patience=120)
    try:
        worker.finish()
    finally:
        worker.kill()
    if int(spark.conf.get(ARROW_ROWS, "10000")) == 10000:
        spark.conf.set(ARROW_ROWS, str(ROWS_PER_BATCH))
    return {name: worker.hello[name] for name in ("version", "model", "options", "mode")}


class Counters:
    """Sums of all tasks, known when an action is done. A task that ran again counts again."""

    def __init__(self, spark):
        self._of = {name: spark.sparkContext.accumulator(0) for name in ("rows", "ok", "empty", "rejected", "error", "skipped")}

    def add(self, end):
        for name, accumulator in self._of.items():
            accumulator.add(end[name])

    def __getitem__(self, name):
        return self._of[name].value


def clean(df, html=None, text=None, markdown=None, body=None, url=None, id=None, content_type=None, columns=COLUMNS, keep_input=False,
          options=(), deadline=20, memory=512, max_worker_deaths=3, cleaner=None, model=None, command=None, counters=None):
    """
    The DataFrame with `columns` added and the page's own columns left out. Null pages give error rows.

    :param html, text, markdown, body, url, id, content_type: names of columns; of the first four at least one.
    :param options: further flags of `boildown worker`, as a list.
    :param deadline: CPU seconds a page may take. :param memory: MB its process may take.
    :param max_worker_deaths: in one task; beyond it the task fails, and Spark runs it again.
    """
    given = {"id": id, "url": url, "content_type": content_type, "html": html, "markdown": markdown, "text": text, "body": body}
    asked = {name: column for name, column in given.items() if column is not None}
    pages = {column for name, column in asked.items() if name in ("html", "text", "markdown", "body")}
    _check(df, asked, pages)
    kept = [field for field in df.schema.fields if keep_input or field.name not in pages]
    schema = _schema(kept, columns)
    names = [field.name for field in kept]
    arguments = ["--deadline", str(deadline), "--memory", str(memory), *options]
    expect = preflight(df.sparkSession, cleaner, model, command, arguments)

    def run(batches):
        cleaning, waiting = None, deque()

        def settle():
            batch = waiting.popleft()
            return _batch(names, [batch.column(name) for name in names], columns, cleaning.settle(batch.num_rows))

        try:
            for batch in batches:
                if cleaning is None:
                    cleaning = Cleaning(lambda: Worker(find_command(command), arguments, expect, _patience(deadline)), max_worker_deaths)
                cleaning.send(_rows(batch, asked))
                waiting.append(batch)
                if len(waiting) > 1:
                    yield settle()
            while waiting:
                yield settle()
            if cleaning is not None:
                end = cleaning.finish()
                if counters is not None:
                    counters.add(end)
        finally:
            if cleaning is not None:
                cleaning.kill()

    return df.mapInArrow(run, schema)


def clean_shards(spark, paths=None, root="/", sidecars=None, columns=("id", "url") + COLUMNS, options=(), deadline=20, memory=512,
                 cleaner=None, model=None, command=None, counters=None):
    """
    Pages of files (WARC, NDJSON, Parquet, HTML, ...), read by the workers themselves, a task a file: `path` and `columns`.

    :param paths: as every executor sees them, below the folder `root`.
    :param sidecars: instead of `paths`, what `sidecars()` gave: each file is cleaned with what its hosts repeat.
    """
    return _by_reference(spark, paths, root, sidecars, columns, ("--deadline", str(deadline), "--memory", str(memory), *options), deadline,
                         cleaner, model, command, counters, _schema([_field("path")], columns), _text_batch)


def stats(spark, paths, root="/", options=(), deadline=20, memory=512, cleaner=None, model=None, command=None, counters=None):
    """What may repeat on a host, of at most 64 of its pages a file: `path, host, rank, page, keys`. No page travels."""
    from pyspark.sql.types import ArrayType, LongType

    schema = _schema([_field("path"), _field("host"), _field("rank", LongType()), _field("page", LongType()), _field("keys", ArrayType(LongType()))], ())
    arguments = ("--deadline", str(deadline), "--memory", str(memory), "--learn", *options)
    table = _by_reference(spark, paths, root, None, (), arguments, deadline, cleaner, model, command, counters, schema, _stats_batch)
    # Read twice, by templates and by sidecars: files should not be.
    return table.persist()


def templates(stats, min_pages=2, max_pages=64):
    """What each host repeats, on how many of the (at most `max_pages`) pages looked at: `host, pages, repeated`. Plain Spark SQL."""
    from pyspark.sql import Window, functions as F

    by_rank = Window.partitionBy("host").orderBy("rank")
    # The same address twice is one page, and so are two addresses with the same text.
    pages = (stats.where("host is not null").groupBy("host", "rank").agg(F.min_by("keys", "page").alias("keys"), F.min("page").alias("page"))
             .withColumn("nth", F.row_number().over(by_rank)).where(F.col("nth") <= max_pages)
             .groupBy("host", "page").agg(F.first("keys").alias("keys")))
    counted = pages.groupBy("host").agg(F.count("*").alias("pages"))
    keys = (pages.select("host", F.explode("keys").alias("key")).groupBy("host", "key").agg(F.count("*").alias("count")).where(F.col("count") >= min_pages)
            .groupBy("host").agg(F.array_sort(F.collect_list(F.struct("key", "count"))).alias("repeated")))
    return counted.join(keys, "host", "left")


def sidecars(stats, templates, folder, command=None):
    """Writes a hosts file for every file of pages, with its own hosts only, by the tasks: `path, sidecar`. `folder` is seen by all of them."""
    from pyspark.sql import functions as F

    spark = stats.sparkSession
    folder = os.path.abspath(folder)
    os.makedirs(folder, exist_ok=True)
    arguments = ["--write-hosts", "--root", folder]
    expect = preflight(spark, command=command, arguments=arguments)
    # All that was counted, as `boildown learn` says it: rows name it.
    generation = templates.agg(F.sum("pages")).first()[0] or 0
    hosts = stats.select("path", "host").distinct().join(templates.where("pages > 1 and repeated is not null"), "host", "left")
    shards = hosts.groupBy("path").agg(F.collect_list(F.when(F.col("pages").isNotNull(), F.struct("host", "pages", "repeated"))).alias("hosts"))

    def run(batches):
        import pyarrow

        worker = None
        try:
            for batch in batches:
                for path, hosts in zip(batch.column("path").to_pylist(), batch.column("hosts").to_pylist()):
                    worker = worker or Worker(find_command(command), arguments, expect)
                    name = hashlib.sha256(path.encode()).hexdigest()[:32] + ".bin"
                    worker.send([{"file": name, "generation": generation, "hosts": [_host(**host) for host in hosts]}])
                    answer = worker.row()
                    if not answer["ok"]:
                        raise WorkerError(f"boildown worker: {name}: {answer['error']}")
                    yield pyarrow.RecordBatch.from_pydict({"path": [path], "sidecar": [os.path.join(folder, name)]})
            if worker is not None:
                worker.finish()
        finally:
            if worker is not None:
                worker.kill()

    # Once, now: clean_shards reads the files.
    return shards.mapInArrow(run, _schema([_field("path"), _field("sidecar")], ())).persist()


def _host(host, pages, repeated):
    return {"host": host, "pages": pages, "keys": [each["key"] for each in repeated], "counts": [each["count"] for each in repeated]}


def _by_reference(spark, paths, root, sidecars, columns, arguments, deadline, cleaner, model, command, counters, schema, batch_of):
    arguments = [*arguments, "--refs", "--root", root]
    expect = preflight(spark, cleaner, model, command, arguments)

    def run(batches):
        worker = None
        try:
            for path, sidecar in (pair for batch in batches for pair in zip(*(batch.column(i).to_pylist() for i in (0, 1)))):
                worker = worker or Worker(find_command(command), arguments, expect, _patience(deadline))
                worker.send([{"file": path, **({"hosts": sidecar} if sidecar else {})}])
                yield from _file(worker, path, lambda answers: batch_of(path, columns, answers))
            if worker is not None:
                end = worker.finish()
                if counters is not None:
                    counters.add(end)
        finally:
            if worker is not None:
                worker.kill()

    # Names only: the driver may know them all. Not repartition by path: that may put several into one task.
    pairs = [(path, None) for path in paths] if sidecars is None else [tuple(row) for row in sidecars.select("path", "sidecar").collect()]
    pairs = sorted((path[len("file://"):] if path.startswith("file://") else path, sidecar) for path, sidecar in pairs)
    tasks = spark.createDataFrame(spark.sparkContext.parallelize(pairs, max(1, len(pairs))), "path string, sidecar string")
    return tasks.mapInArrow(run, schema)


def _file(worker, path, batch_of):
    answers, size, rows = [], 0, 0
    while True:
        answer = worker.row()
        is_end = "_ref" in answer
        if not is_end:
            answers.append(answer)
            size, rows = size + len(answer.get("markdown", "")), rows + 1
        elif answer["_ref"]["rows"] != rows:
            raise WorkerError(f"boildown worker: {answer['_ref']['rows']} rows of {path}, and {rows} came")
        if answers and (is_end or len(answers) >= ROWS_PER_BATCH or size > BATCH_CHARACTERS):
            yield batch_of(answers)
            answers, size = [], 0
        if is_end:
            return


def _text_batch(path, columns, answers):
    import pyarrow

    return _batch(["path"], [pyarrow.array([path] * len(answers), pyarrow.string())], columns, answers)


def _stats_batch(path, _columns, answers):
    import pyarrow

    # A page that was lost has an error and no host.
    types = {"host": pyarrow.string(), "rank": pyarrow.int64(), "page": pyarrow.int64(), "keys": pyarrow.list_(pyarrow.int64())}
    arrays = [pyarrow.array([answer.get(name) for answer in answers], kind) for name, kind in types.items()]
    return pyarrow.RecordBatch.from_arrays([pyarrow.array([path] * len(answers), pyarrow.string()), *arrays], names=["path", *types])


def _field(name, kind=None):
    from pyspark.sql.types import StringType, StructField

    return StructField(name, kind or StringType())


def _check(df, asked, pages):
    types = {field.name: field.dataType.typeName() for field in df.schema.fields}
    missing = [column for column in asked.values() if column not in types]
    if missing:
        raise ValueError(f"no column {', '.join(missing)}; there are {', '.join(types)}")
    if not pages:
        raise ValueError("which column holds the page? html=, text=, markdown= or body=")
    for column in pages:
        if types[column] not in ("string", "varchar", "char"):
            raise ValueError(f"column {column} is {types[column]}, and a page by value is a string; bytes are read by clean_shards")


def _schema(fields, columns):
    from pyspark.sql.types import BooleanType, StringType, StructField, StructType

    taken = [field.name for field in fields if field.name in columns]
    if taken:
        raise ValueError(f"there are columns {', '.join(taken)} already: rename them, or name others in columns=")
    return StructType([*fields, *(StructField(name, BooleanType() if name == "ok" else StringType()) for name in columns)])


def _rows(batch, asked):
    values = {name: batch.column(column).to_pylist() for name, column in asked.items()}
    values["id"] = [value if value is None or type(value) in (str, int) else str(value) for value in values.get("id", range(batch.num_rows))]
    return [dict(zip(values, row)) for row in zip(*values.values())]


def _batch(names, arrays, columns, answers):
    import pyarrow

    def text(value):
        return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    added = [pyarrow.array([answer.get(name) if name == "ok" else text(answer.get(name)) for answer in answers],
                           pyarrow.bool_() if name == "ok" else pyarrow.string()) for name in columns]
    return pyarrow.RecordBatch.from_arrays([*arrays, *added], names=[*names, *columns])
