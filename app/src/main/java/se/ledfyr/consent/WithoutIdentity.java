package se.ledfyr.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;

/// What records without anybody's identity must hold to: codes that were valid on their day, and a day that has
/// been.
@Component
class WithoutIdentity {

    private final Codes codes;
    private final Clock clock;

    WithoutIdentity(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException for a day that has not come
    Check on(LocalDate day) {
        if (day.isAfter(SwedishDay.today(clock))) {
            throw new IllegalArgumentException("A day that has not come");
        }
        return new Check(codes.book(), day);
    }

    record Check(CodeBook book, LocalDate day) {

        /// @throws IllegalArgumentException for a code that is none; null is none asked for
        Check has(String list, @Nullable String code) {
            return code == null ? this : has(list, List.of(code));
        }

        Check has(String list, Collection<String> all) {
            for (String code : all) {
                if (!book.isValid(list, code, day)) {
                    throw new IllegalArgumentException("Not a code of " + list);
                }
            }
            return this;
        }
    }
}
