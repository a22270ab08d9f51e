"""A Scrapy item pipeline: pages become Markdown in one `boildown worker` that lives as long as the crawl."""
import asyncio
import json
import subprocess
import threading


class BoildownPipeline:
    """Takes `html` out of each item, and puts `markdown`, `title`, `author`, `date`, `quality` and `error` in."""

    fields = ("ok", "markdown", "title", "author", "date", "language", "quality", "error")

    def __init__(self, crawler):
        self.command = crawler.settings.getlist("BOILDOWN_COMMAND") or ["npx", "boildown", "worker"]
        self.stats = crawler.stats
        self.one_at_a_time = threading.Lock()

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def open_spider(self):
        self.worker = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        hello = self.next_line()["_hello"]
        if hello["protocol"] != 1:
            raise RuntimeError(f"boildown worker speaks protocol {hello['protocol']}")

    async def process_item(self, item):
        page = {"url": item.get("url"), "html": item.pop("html", None), "status": item.get("status")}
        # In a thread: the crawl goes on while a page is cleaned.
        row = await asyncio.to_thread(self.clean, page)
        item.update({name: row[name] for name in self.fields})
        return item

    def clean(self, page):
        with self.one_at_a_time:
            self.worker.stdin.write(json.dumps(page).encode() + b"\n")
            self.worker.stdin.flush()
            return self.next_line()

    def next_line(self):
        line = self.worker.stdout.readline()
        if not line:
            raise RuntimeError(f"boildown worker ended with {self.worker.wait()}")
        return json.loads(line)

    def close_spider(self):
        self.worker.stdin.close()
        for name, count in self.next_line()["_end"].items():
            self.stats.set_value(f"boildown/{name}", count)
        self.worker.wait()
