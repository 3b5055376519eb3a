package se.ledfyr.budget;

import java.util.List;

/// One of the two programmes, each with an account of its own.
public enum Programme {
    /// The national support programme.
    NSP,
    /// The return programme.
    AMP;

    /// What its price list holds.
    public List<PriceKind> prices() {
        return switch (this) {
            case NSP -> List.of(PriceKind.BED_DAY, PriceKind.SUPPORT_DAY, PriceKind.MEASURE, PriceKind.ADMINISTRATION);
            case AMP -> List.of(PriceKind.RETURN, PriceKind.ADMINISTRATION);
        };
    }
}
