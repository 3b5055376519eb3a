package se.ledfyr.methods.forecast;

/// What one person costs: something at once, and something for each day of a stay that begins on the
/// day of admission.
///
/// Money is whole öre everywhere in this package.
///
/// @param once what is bound on the day of admission; not negative
/// @param days length of the stay in days, 0 for none
/// @param perDay price of one day; not negative
public record Course(long once, int days, long perDay) {

    /// Costs nothing.
    public static final Course FREE = new Course(0, 0, 0);

    public Course {
        if (once < 0 || days < 0 || perDay < 0) {
            throw new IllegalArgumentException("a course costs nothing or something");
        }
    }

    /// All of it.
    public long total() {
        return Math.addExact(once, Math.multiplyExact(perDay, (long) days));
    }

    /// What of it falls on the days from `first` to `last`, both counted from the day of admission,
    /// which is 0.
    public long between(int first, int last) {
        long now = first <= 0 && last >= 0 ? once : 0;
        int daysThere = Math.min(last, days - 1) - Math.max(first, 0) + 1;
        return daysThere <= 0 ? now : Math.addExact(now, Math.multiplyExact(perDay, (long) daysThere));
    }
}
