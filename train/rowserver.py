"""The feature server as Python sees it: one request, one answer; rows travel in files."""
import json
import os
import subprocess
import tempfile

import numpy as np

from refusal import Refused

HERE = os.path.dirname(os.path.abspath(__file__))


class RowServer:
    def __init__(self, dist, sets, data, folds, overlay=False):
        args = ['node', '--max-old-space-size=8192', os.path.join(HERE, 'rows.js')] + ([dist] if dist else [])
        self.node = subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.folder = tempfile.TemporaryDirectory(prefix='judge-')
        answer = self.ask('load', sets=sets, data=data, folds=folds, overlay=overlay)
        self.pages, self.folds = answer['pages'], answer['folds']
        self.start = np.array(answer['start'])
        self.names = [c[0] for c in answer['columns']]
        self.second_names = [c[0] for c in answer['second']]
        self.meanings = answer['columns'], answer['second']
        self.page = np.repeat(np.arange(len(self.pages)), np.diff(self.start))
        self.fold = np.array([p['fold'] for p in self.pages])
        path = self.path('labels')
        self.ask('labels', out=path)
        self.label, self.words, self.title = np.fromfile(path, np.float32).reshape(-1, 3).T.copy()
        self.known_tables = {}

    def ask(self, what, **request):
        self.node.stdin.write(json.dumps({'do': what, **request}) + '\n')
        self.node.stdin.flush()
        line = self.node.stdout.readline()
        if not line:
            raise RuntimeError(f'the feature server ended at {what}')
        answer = json.loads(line)
        if isinstance(answer, dict) and 'refused' in answer:
            raise Refused(answer['refused'])
        return answer

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def pages_of(self, folds):
        return [int(p) for p in np.flatnonzero(np.isin(self.fold, list(folds)))]

    def rows_of(self, folds):
        return np.flatnonzero(np.isin(self.fold, list(folds))[self.page])

    def tables(self, folds):
        """Name of the tables fitted on these folds."""
        name = 'f' + ''.join(map(str, sorted(folds)))
        if name not in self.known_tables:
            self.known_tables[name] = self.ask('tables', name=name, of=self.pages_of(folds))
        return name

    def first(self, tables, folds, rows=None):
        return self._rows('first', tables, folds, rows, len(self.names))

    def second(self, tables, folds, p, rows=None):
        path = self.path('p')
        p.astype(np.float32).tofile(path)
        return self._rows('second', tables, folds, rows, len(self.second_names), p=path)

    def _rows(self, what, tables, folds, rows, width, **more):
        out = self.path('rows')
        if rows is not None:
            more['rows'] = self.path('picked')
            rows.astype(np.int32).tofile(more['rows'])
        self.ask(what, name=tables, of=self.pages_of(folds), out=out, **more)
        return np.fromfile(out, np.float32).reshape(-1, width)

    def score(self, p, pages, offset=0.0):
        """Word F1, expected F1, threshold, F1 of the labels by page."""
        path = self.path('p')
        p.astype(np.float32).tofile(path)
        return np.array(self.ask('score', p=path, of=[int(x) for x in pages], offset=offset))

    def types(self, tables, folds, p):
        path, out = self.path('p'), self.path('rows')
        p.astype(np.float32).tofile(path)
        self.ask('types', name=tables, of=self.pages_of(folds), p=path, out=out)
        return np.fromfile(out, np.float32).reshape(len(self.pages_of(folds)), -1)

    def trees(self, packed, x):
        path, out = self.path('x'), self.path('rows')
        x.astype(np.float32).tofile(path)
        self.ask('trees', forest=packed, x=path, width=x.shape[1], out=out)
        return np.fromfile(out, np.float32)

    def close(self):
        self.node.stdin.close()
        self.node.wait()
        self.folder.cleanup()
