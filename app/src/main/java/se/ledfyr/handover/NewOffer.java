package se.ledfyr.handover;

import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// An offer as it is made.
///
/// @param to who is asked
/// @param why what the receiver should know, in the sender's own words, 1-2000 characters
/// @param rule by which rule of `deadlines` the time to answer is counted; null for what is usual for this
///     matter
/// @param along what goes along about the person; null for nothing: the receiver then decides on the words
///     alone
public record NewOffer(
        Offered what,
        OrganisationId to,
        String why,
        @Nullable AnswerRule rule,
        @Nullable Along along) {

    public NewOffer {
        why = Words.required(why);
    }

    /// Without the words.
    @Override
    public String toString() {
        return "NewOffer[" + what + "]";
    }
}
