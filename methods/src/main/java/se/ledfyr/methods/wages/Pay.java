package se.ledfyr.methods.wages;

/// What one hour is paid with.
public sealed interface Pay {

    /// An amount.
    ///
    /// @param ore whole öre an hour, 1 to 10 000 000
    record PerHour(long ore) implements Pay {

        static final long MOST = 10_000_000;

        public PerHour {
            if (ore < 1 || ore > MOST) {
                throw new IllegalArgumentException("ore must be 1 to %d".formatted(MOST));
            }
        }
    }

    /// A part of the ordinary hourly wage: overtime at one and a half times it is 15 000.
    ///
    /// @param hundredths hundredths of a percent, 1 to 100 000
    record OfOrdinary(int hundredths) implements Pay {

        static final int MOST = 100_000;

        public OfOrdinary {
            if (hundredths < 1 || hundredths > MOST) {
                throw new IllegalArgumentException("hundredths must be 1 to %d".formatted(MOST));
            }
        }
    }
}
