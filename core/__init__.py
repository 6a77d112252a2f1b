"""InitLab's core: initialization and training of small networks, in NumPy.

The list of files is the list of words: a `Dataset` is drawn, an `Initializer`
chooses the first weights of a `Layer`, a `Network` of layers is trained by a
`Trainer`, and everything that determines a run is one `Experiment`.
Nothing here knows of Qt.
"""

import os

# Small matrices gain nothing from BLAS threads and lose much to their hand-over.
# Must be set before NumPy is first imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
