"""The feature server of texts, as ../rowserver.py speaks to it."""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..'))
from rowserver import RowServer  # noqa: E402


class TextServer(RowServer):
    def __init__(self, dist, data, folds):
        args = ['node', '--max-old-space-size=6144', os.path.join(HERE, 'rows.js')] + ([dist] if dist else [])
        self.node = subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.folder = tempfile.TemporaryDirectory(prefix='text-judge-')
        answer = self.ask('load', data=data, folds=folds)
        self.pages, self.folds = answer['pages'], answer['folds']
        self.start = np.array(answer['start'])
        self.names = [c[0] for c in answer['columns']]
        self.second_names = [c[0] for c in answer['second']]
        self.meanings = answer['columns'], answer['second']
        self.page = np.repeat(np.arange(len(self.pages)), np.diff(self.start))
        self.fold = np.array([p['fold'] for p in self.pages])
        path = self.path('labels')
        self.ask('labels', out=path)
        self.label, self.words, self.copy = np.fromfile(path, np.float32).reshape(-1, 3).T.copy()
        self.known_tables = {}
