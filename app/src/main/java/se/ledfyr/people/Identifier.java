package se.ledfyr.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A number somebody is known by.
///
/// @param value as written, without spaces at the ends, at most 40 characters
public record Identifier(IdentityKind kind, String value) {

    static final int MAX_LENGTH = 40;

    /// Coordination numbers have this added to the day.
    private static final int COORDINATION_DAY = 60;

    private static final int LONG = 12;
    private static final int SHORT = 10;

    public Identifier {
        if (!kind.isIdentifier()) {
            throw new IllegalArgumentException("Not a kind of number: " + kind);
        }
        value = Guard.required(value, MAX_LENGTH, "number");
    }

    /// What looks wrong, if anything. Reserve numbers are never doubted: every region has its own form.
    public Optional<Doubt> doubt() {
        if (kind == IdentityKind.RESERVE_NUMBER) {
            return Optional.empty();
        }
        String digits = written();
        if (!digits.chars().allMatch(Character::isDigit) || digits.length() != LONG && digits.length() != SHORT) {
            return Optional.of(Doubt.LENGTH);
        }
        String ten = digits.substring(digits.length() - SHORT);
        if (!isDate(digits)) {
            return Optional.of(Doubt.DATE);
        }
        boolean coordination = Integer.parseInt(ten.substring(4, 6)) >= COORDINATION_DAY;
        if (coordination != (kind == IdentityKind.COORDINATION_NUMBER)) {
            return Optional.of(Doubt.OTHER_KIND);
        }
        return isLuhn(ten) ? Optional.empty() : Optional.of(Doubt.CHECK_DIGIT);
    }

    /// What two ways of writing one number have in common: the last ten digits of the national numbers, letters
    /// and digits of all others. The century is left out since half of the numbers are given without it.
    String canonical() {
        String written = written();
        boolean national = kind != IdentityKind.RESERVE_NUMBER && written.length() == LONG;
        return national ? written.substring(LONG - SHORT) : written;
    }

    private String written() {
        return compact(value);
    }

    static String compact(String number) {
        StringBuilder out = new StringBuilder(number.length());
        number.codePoints().filter(Character::isLetterOrDigit).forEach(letter -> {
            int digit = Character.digit(letter, 10);
            out.appendCodePoint(digit >= 0 ? '0' + digit : Character.toUpperCase(letter));
        });
        return out.toString();
    }

    /// A coordination number may leave month, day or both open with a nought.
    private static boolean isDate(String digits) {
        String ten = digits.substring(digits.length() - SHORT);
        int month = Integer.parseInt(ten.substring(2, 4));
        int day = Integer.parseInt(ten.substring(4, 6));
        if (day >= COORDINATION_DAY) {
            return month <= 12 && day <= COORDINATION_DAY + 31;
        }
        // Without the century any leap year must do, and 2000 was one.
        int year = Integer.parseInt(digits.length() == LONG ? digits.substring(0, 4) : "20" + ten.substring(0, 2));
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException notOnTheCalendar) {
            return false;
        }
    }

    /// Luhn's check over ten digits, weights 2, 1, 2, … (ISO/IEC 7812-1, annex B).
    private static boolean isLuhn(String ten) {
        int sum = 0;
        for (int i = 0; i < SHORT; i++) {
            int product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /// Never the number.
    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
