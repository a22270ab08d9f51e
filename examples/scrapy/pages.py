"""scrapy runspider pages.py -a start=https://example.org/ -O pages.jsonl"""
from urllib.parse import urlsplit

import scrapy


class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {
        "ITEM_PIPELINES": {"boildown_pipeline.BoildownPipeline": 300},
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        "LOG_LEVEL": "ERROR",
    }

    def __init__(self, start, **more):
        super().__init__(**more)
        self.first = start
        self.allowed_domains = [urlsplit(start).hostname]

    async def start(self):
        # As every other request: the page that links to itself is fetched once.
        yield scrapy.Request(self.first)

    def parse(self, response):
        # Files that are no text have no links and no Markdown.
        if not isinstance(response, scrapy.http.TextResponse):
            return
        yield {"url": response.url, "status": response.status, "html": response.text}
        yield from response.follow_all(css="a[href]")
