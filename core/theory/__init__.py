"""Theory: what formulas say a network does before it is trained, to hold beside what it does.

Mean-field theory treats a layer as so wide that its Z are Gaussian: then the
size of a signal, of a gradient, and the likeness of two signals, follow layer by
layer from the variances of the weights and biases (Poole et al. 2016, Schoenholz
et al. 2017). `signal` does so for an experiment, each layer with its own rules;
`mean_field` for equal layers without end. `matrix_power` and `path` are S1's two
looks at the same: one matrix applied over and over, and one chain of factors.
"""
