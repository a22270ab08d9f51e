"""The type head: seven kinds of pages, told by the page's shape and its likely content."""
import lightgbm as lgb
import numpy as np

from stages import FIXED

TYPES = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']
PARAMS = dict(objective='multiclass', num_class=7, learning_rate=.1, num_leaves=7, min_data_in_leaf=12, lambda_l2=5., max_bin=63,
              feature_fraction=.3, bagging_fraction=.7, bagging_freq=1)
TREES = 40
# All pages of these have the type of their set, which nobody told by the page.
ONE_TYPE = {'zyte', 'magic-article', 'magic-forum', 'readability', 'mercury'}


def taught(pages):
    """Indices of the pages whose type is taught."""
    return [p for p, page in enumerate(pages) if page['type'] in TYPES and page['set'] not in ONE_TYPE]


def fit_types(stages, seen):
    """Trained on the pages of folds `seen` that have a type of their own; content weighed by first-stage models that did not see the page."""
    server, parts, y = stages.server, [], []
    p, typed = stages.unseen_first(seen), set(taught(server.pages))
    for f in sorted(seen):
        x = server.types(server.tables(frozenset(seen) - {f}), {f}, p)
        chosen = [k for k, page in enumerate(server.pages_of({f})) if page in typed]
        parts.append(x[chosen])
        y += [TYPES.index(server.pages[server.pages_of({f})[k]]['type']) for k in chosen]
    q = {**PARAMS, **FIXED}
    return lgb.train(q, lgb.Dataset(np.concatenate(parts), np.array(y), params=q), TREES)


def predict_types(stages, seen, fold, head):
    server = stages.server
    p = np.zeros(len(stages.y), np.float32)
    p[server.rows_of({fold})] = stages.predict_first(seen, fold)
    return head.predict(server.types(server.tables(seen), {fold}, p)).argmax(1)
