"""What drives a worker in spark/boildown_spark.py, without Spark: `shim.py FOLDER COMMAND...`. Prints nothing if all holds."""
import json
import os
import subprocess
import sys
import threading
import time

folder, *command = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "..", "spark"))
import boildown_spark as bd  # noqa: E402

SENTENCE = "The {0} keeper walked along the shore every morning, counted the boats, and wrote the number into the old book. "
WORDS = ["harbour", "island", "valley", "market", "bridge", "winter", "copper", "garden"]


def page(i):
    text = SENTENCE.format(WORDS[i % len(WORDS)])
    return {"id": f"r{i}", "url": None if i % 5 == 0 else f"https://example.org/{i}", "html": f"<title>Page {i}</title><article><h1>Page {i}</h1><p>{text * 3}</p><p>{text * 2}</p></article>"}


PAGES = [page(i) for i in range(24)]
PAGES[3]["html"] = PAGES[3]["html"].replace("shore", "sho\u2028re\u0085").replace("boats", "b\ud800oats")
PAGES[6]["html"] = None


def start(fault=None, patience=60, name=None):
    faulty = [] if fault is None else [sys.executable, os.path.join(here, "faulty.py"), fault, os.path.join(folder, name or f"{fault}-{time.time_ns()}")]
    return lambda: bd.Worker([*faulty, *command], ["--deadline", "5"], patience=patience)


def cleaned(starting, size=4, **options):
    """All answers, as `clean` has them from batches."""
    cleaning = bd.Cleaning(starting, **options)
    answers, waiting = [], []
    try:
        for at in range(0, len(PAGES), size):
            cleaning.send(PAGES[at:at + size])
            waiting.append(size)
            if len(waiting) > 1:
                answers += cleaning.settle(waiting.pop(0))
        for count in waiting:
            answers += cleaning.settle(count)
        cleaning.finish()
    finally:
        cleaning.kill()
    return answers


def refused(call, words):
    try:
        call()
    except bd.WorkerError as error:
        assert words in str(error), f"{error} does not say {words}"
        return
    raise AssertionError(f"not refused: {words}")


def processes():
    """Processes that were started from here and live; none where nobody tells (/proc)."""
    marked = []
    for pid in filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else []):
        try:
            with open(f"/proc/{pid}/environ", "rb") as file:
                if int(pid) != os.getpid() and f"BOILDOWN_TEST={folder}".encode() in file.read():
                    marked.append(pid)
        except OSError:
            pass
    return marked


os.environ["BOILDOWN_TEST"] = folder
whole = cleaned(start())
assert [answer["id"] for answer in whole] == [row["id"] for row in PAGES]
assert [answer["ok"] for answer in whole] == [i != 6 for i in range(24)], whole
assert len("".join(answer["markdown"] for answer in whole).splitlines()) > 24

# Whoever dies once leaves no trace in what comes out.
for fault in ("kill", "exit"):
    assert cleaned(start(fault, name=fault)) == whole, fault
assert cleaned(start("hang", patience=5, name="hang")) == whole

# A worker that is broken fails the task, and makes no error rows of all pages.
refused(lambda: cleaned(start("always")), "ended with 0")
refused(lambda: cleaned(start("no-end")), "ended with 0")
refused(lambda: cleaned(start("code")), "ended with 3")
refused(lambda: cleaned(start("swapped")), "was asked for")
refused(start("protocol"), "protocol is 2")
refused(lambda: bd.Worker(command, [], {"version": "0.0.0"}), "version is")
refused(lambda: bd.Worker(command, [], {"model": "none"}), "model is")
refused(lambda: bd.Worker(command, ["--deadlines", "5"]), "did you mean --deadline")

# A row that two workers died of is an error row with its id, and the others are as ever.
deadly = os.path.join(folder, "deadly.py")
with open(deadly, "w") as file:
    file.write("import subprocess, sys, os\nchild = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
               "for line in sys.stdin.buffer:\n  if b'\"r9\"' in line:\n    child.stdin.close(); child.wait(); os._exit(9)\n  child.stdin.write(line); child.stdin.flush()\n"
               "child.stdin.close(); sys.exit(child.wait())\n")
answers = cleaned(lambda: bd.Worker([sys.executable, deadly, *command]), max_worker_deaths=3)
assert [answer["id"] for answer in answers] == [row["id"] for row in PAGES]
assert answers[9]["ok"] is False and "ended" in answers[9]["error"], answers[9]
assert answers[:9] + answers[10:] == whole[:9] + whole[10:]

# Files: rows of a reference, its end, and the counts.
with open(os.path.join(folder, "pages.ndjson"), "w") as file:
    file.writelines(json.dumps(row) + "\n" for row in PAGES)
worker = bd.Worker(command, ["--refs", "--root", folder])
worker.send([{"file": "pages.ndjson"}, {"file": "../escape"}])
rows = [worker.row() for _ in range(27)]
assert [row.get("id") for row in rows[:24]] == [row["id"] for row in PAGES] and rows[24]["_ref"]["rows"] == 24
assert rows[25]["ok"] is False and rows[26]["_ref"]["error"] == 1
assert worker.finish()["rows"] == 25
worker.kill()
assert [row["markdown"] for row in rows[:24]] == [row["markdown"] for row in whole]

# Much in flight on both sides: nobody waits for ever.
large = [{"id": i, "html": PAGES[0]["html"] + "<p>" + SENTENCE * 4000 + "</p>"} for i in range(12)]
cleaning = bd.Cleaning(lambda: bd.Worker(command))
cleaning.send(large)
assert [answer["id"] for answer in cleaning.settle(12)] == list(range(12))
assert cleaning.finish()["ok"] == 12
cleaning.kill()

assert bd.find_command(["a"]) == ["a"]
assert threading.active_count() == 1, threading.enumerate()
deadline = time.time() + 10
while processes() and time.time() < deadline:
    time.sleep(0.2)
assert not processes(), processes()
