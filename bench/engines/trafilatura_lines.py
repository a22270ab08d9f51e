"""Answers pages with trafilatura: JSON {"html", "url"} a line in, JSON {"markdown", "title", "author", "date"} a line out."""
import json
import logging
import sys

import trafilatura

logging.disable(logging.CRITICAL)
sys.stdin.reconfigure(encoding="utf-8", errors="replace")
sys.stdout.reconfigure(encoding="utf-8", errors="replace")

for line in sys.stdin:
    page = json.loads(line)
    answer = {"markdown": "", "title": None, "author": None, "date": None}
    try:
        answer["markdown"] = trafilatura.extract(page["html"], url=page.get("url"), output_format="markdown", include_formatting=True, include_tables=True) or ""
        facts = trafilatura.extract_metadata(page["html"], default_url=page.get("url"))
        if facts:
            answer.update(title=facts.title, author=facts.author, date=facts.date)
    except Exception as error:  # what it fails at is for the bench to count
        answer["error"] = f"{type(error).__name__}: {error}"[:200]
    print(json.dumps(answer), flush=True)
