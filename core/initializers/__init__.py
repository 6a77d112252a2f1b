"""The initializers; adding one to `NamedInitializer` offers it everywhere.

`INITIALIZERS` holds those that a name alone chooses; an experiment may also
hold `explicit`, which is nothing without its matrix.
"""

from typing import get_args

from core.initializers.base import FloatArray, Initializer, Stream
from core.initializers.constant import Constant, Zeros
from core.initializers.explicit import Explicit
from core.initializers.frameworks import KerasDense, Playground, PytorchLinear
from core.initializers.he import HeNormal, HeUniform
from core.initializers.identity import Identity
from core.initializers.lecun import LecunNormal, LecunUniform
from core.initializers.lsuv import Lsuv
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.orthogonal import Orthogonal
from core.initializers.sparse import Sparse
from core.initializers.truncated import TruncatedNormal
from core.initializers.uniform import Uniform
from core.initializers.xavier import XavierNormal, XavierUniform

NamedInitializer = (
    Zeros
    | Constant
    | Normal
    | Uniform
    | TruncatedNormal
    | ScaledNormal
    | XavierNormal
    | XavierUniform
    | HeNormal
    | HeUniform
    | LecunNormal
    | LecunUniform
    | Orthogonal
    | Identity
    | Sparse
    | Lsuv
    | PytorchLinear
    | KerasDense
    | Playground
)
AnyInitializer = NamedInitializer | Explicit

INITIALIZERS: dict[str, type[NamedInitializer]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(NamedInitializer)
}

__all__ = [
    "INITIALIZERS",
    "AnyInitializer",
    "Explicit",
    "FloatArray",
    "Initializer",
    "NamedInitializer",
    "Stream",
]
