"""The training report: scores, calibration, importance. Figures are out of fold, of blocks before they are Markdown."""
import numpy as np

from calibration import spearman
from types_head import TYPES, taught


def table(head, rows):
    lines = ['| ' + ' | '.join(head) + ' |', '|' + '---|' * len(head)]
    return lines + ['| ' + ' | '.join(f'{v:.4f}' if isinstance(v, float) else str(v) for v in row) + ' |' for row in rows] + ['']


def importance(stages, booster, names, count=40):
    gain = booster.feature_importance('gain')
    order = np.argsort(-gain)[:count]
    return [(names[i], float(gain[i] / gain.sum())) for i in order]


def report(path, stages, found):
    server, score, first = stages.server, found['score'], found['score1']
    which = lambda key, value: np.array([p[key] == value for p in server.pages])
    sets = list(dict.fromkeys(p['set'] for p in server.pages))
    # Figures that need pages of all kinds are of the development pages; without them, of all there are.
    among = 'wcxb-dev' if 'wcxb-dev' in sets else ', '.join(sets)
    dev = which('set', 'wcxb-dev') if 'wcxb-dev' in sets else np.ones(len(server.pages), bool)
    typed = np.isin(np.arange(len(server.pages)), taught(server.pages)) & dev
    out = ['# Report of the last training', '', f"Model {found['hash']}. Out of fold by site; word F1 of the blocks kept, the title left out, before they are Markdown.", '']
    row = lambda name, m: [name, int(m.sum()), float(score[m, 0].mean()), float(first[m, 0].mean()), float(score[m, 3].mean())]
    out += table(['set', 'pages', 'F1', 'first stage', 'labels'], [row(s, which('set', s)) for s in sets])
    out += table([f'type ({among})', 'pages', 'F1', 'first stage', 'labels'], [row(t, typed & which('type', t)) for t in TYPES if (typed & which('type', t)).any()])
    e, f = score[dev, 1], score[dev, 0]
    low = (e < .6) & (score[dev, 2] <= 1)
    truth = np.array([TYPES.index(p['type']) if p['type'] in TYPES else -1 for p in server.pages])
    bad = float((f[low] < .7).mean()) if low.any() else 0.
    out += [f'Expected against real F1 on {among}: Spearman {spearman(e, f):.3f}, Pearson {np.corrcoef(e, f)[0, 1]:.3f}; {int(low.sum())} pages with an answer below .6, {bad:.0%} of them really below .7.',
            f"Page type: {float((found['types'] == truth)[typed].mean()):.3f} right on {among}.",
            f"Parity: LightGBM and the product's trees differ by {found['parity']:.1e} at most.", '']
    out += table(['expected F1', 'pages', 'real F1'], [[f'{a:.1f}–{a + .1:.1f}', int(m.sum()), float(f[m].mean())]
                                                       for a in np.arange(.2, 1, .1) for m in [(e >= a) & (e < a + .1)] if m.any()])
    everything = frozenset(range(5))
    out += table(['first stage', 'share of gain'], importance(stages, stages.first(everything - {0}), server.names))
    out += table(['second stage', 'share of gain'], importance(stages, found['second'][0], server.second_names, 25))
    unused = [n for n, g in zip(server.names, sum(stages.first(everything - {k}).feature_importance('gain') for k in range(5))) if g == 0]
    out += ['Columns no first stage split on: ' + ', '.join(unused), '']
    with open(path, 'w') as file:
        file.write('\n'.join(out))
