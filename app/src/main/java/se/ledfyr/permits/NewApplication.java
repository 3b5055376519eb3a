package se.ledfyr.permits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An application as it is first written down.
///
/// @param municipality of the social board, four digits; null for a lead investigator
/// @param helped whether the coordinator takes part
/// @param sex a code of `sex`
/// @param appliedOn day it was sent to the Migration Agency
public record NewApplication(
        Applicant applicant, @Nullable String municipality, boolean helped, String sex, LocalDate appliedOn) {

    public NewApplication {
        if (municipality != null && applicant != Applicant.SOCIAL_BOARD) {
            throw new IllegalArgumentException("only a social board belongs to a municipality");
        }
    }
}
