package se.ledfyr.methods.estimation;

/// By what models of different size are compared; the smaller the better.
public enum Criterion {
    /// Akaike's: each parameter costs 2.
    AIC,

    /// Schwarz's: each parameter costs the logarithm of the number of people.
    BIC;

    /// Parameters that are minus infinity cost like the others.
    double of(Choice choice) {
        int parameters = choice.reduced().parameters();
        double cost = switch (this) {
            case AIC -> 2;
            case BIC -> Math.log(choice.reduced().counts().observed());
        };
        return cost * parameters - 2 * choice.logLikelihood();
    }
}
