package se.ledfyr.consent;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An adult somebody met who said no. Nothing here leads to them; they are counted apart from those who were
/// registered.
///
/// There is none for a child, nor for somebody whose age is unsure: a child is not left at a no.
///
/// @param metOn the day, in Swedish local time
/// @param region a code of `police_region`
/// @param sex a code of `sex`
/// @param citizenship a code of `country`
/// @param form a code of `exploitation_form`
/// @param sector a code of `sector_setting`
/// @param referredBy a code of `referred_by`: what kind of body met them
/// @param declined codes of `notice_declined`, at least one
/// @param informed whether they were told what help there is and where, should they change their mind
public record Notice(
        UUID id,
        LocalDate metOn,
        String region,
        String sex,
        @Nullable String citizenship,
        @Nullable String form,
        @Nullable String sector,
        String referredBy,
        SortedSet<String> declined,
        boolean informed) {

    static final int MAX_DECLINED = 20;

    public Notice {
        declined = Consultation.sorted(declined, MAX_DECLINED, "declined");
    }

    /// Facts about somebody stay out of logs, even without a name.
    @Override
    public String toString() {
        return "Notice[" + id + "]";
    }
}
