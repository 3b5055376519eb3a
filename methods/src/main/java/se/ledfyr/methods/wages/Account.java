package se.ledfyr.methods.wages;

import java.util.List;

/// A wage claim, computed. Every sum is the sum of rounded lines, so that what is printed adds up.
///
/// @param lines what was earned, in the order of the work
/// @param holidayPay whole öre for each piece of work, in its order
/// @param paid whole öre that the employer has paid
/// @param agreed whole öre held back with leave
/// @param disputed whole öre held back without leave; in no sum
public record Account(List<Line> lines, List<Long> holidayPay, long paid, long agreed, long disputed) {

    public Account {
        lines = List.copyOf(lines);
        holidayPay = List.copyOf(holidayPay);
    }

    /// Whole öre earned by all lines, before holiday pay.
    public long earned() {
        return lines.stream().mapToLong(Line::ore).reduce(0, Math::addExact);
    }

    /// Whole öre of holiday pay on it.
    public long holiday() {
        return holidayPay.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /// Whole öre that should have been paid.
    public long due() {
        return Math.addExact(earned(), holiday());
    }

    /// Whole öre that remain; below 0 when more was paid than was due.
    public long balance() {
        return Math.subtractExact(Math.subtractExact(due(), paid), agreed);
    }

    /// Whole öre to claim, before tax and without interest: never below 0.
    public long claimed() {
        return Math.max(0, balance());
    }
}
