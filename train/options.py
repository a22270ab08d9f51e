"""What `train.py` can be told. The standard library alone, so that `--help` answers where LightGBM is missing."""
import argparse
import os

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = 'wcxb-dev,zyte,magic-article,magic-forum'


def parser():
    ap = argparse.ArgumentParser(prog='train.py', description='Trains the judge: fold models for honest figures, the shipped model, a report.')
    ap.add_argument('--dist', help='the built package (dist/)')
    ap.add_argument('--data', help='folder of the sets: NAME.ndjson.xz, or NAME/gold.ndjson and NAME/html/ID.html (../shared/data)')
    ap.add_argument('--sets', default=SETS, help='names, parted by commas (%(default)s)')
    ap.add_argument('--shipped', default=os.path.join(HERE, '..', 'src', 'judge', 'shipped.model.ts'), help='the model: .ts as the build takes it, else JSON')
    ap.add_argument('--folds', default=os.path.join(HERE, 'folds'), help='folder of the fold models')
    ap.add_argument('--report', default=os.path.join(HERE, 'REPORT.md'))
    ap.add_argument('--overlay', action='store_true', help='teach the corrected labels of overlay.ndjson')
    ap.add_argument('--jobs', type=int, default=os.cpu_count() or 1, help='first stages trained side by side')
    ap.add_argument('--only-shipped', action='store_true', help='no fold models: for a model that is scored on other sets')
    return ap
