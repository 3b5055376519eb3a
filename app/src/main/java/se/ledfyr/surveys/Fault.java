package se.ledfyr.surveys;

import java.util.List;

/// Something about an answer that cannot be.
///
/// @param question key of the question whose meaning depends on the others
/// @param others keys of the questions it was measured against, and codes, in the order of the message's places
public record Fault(String question, Kind kind, List<String> others) {

    public Fault {
        others = List.copyOf(others);
    }

    /// What is wrong.
    public enum Kind {
        /// The edition does not ask this.
        NOT_ASKED,
        /// The question is answered in another way, such as with a number.
        OTHER_KIND,
        /// Not an answer to this question.
        NO_SUCH_ANSWER,
        /// One answer is asked for, several were given.
        ONE_ONLY,
        /// Above the highest number, which is the first of the others.
        TOO_HIGH,
        /// That it is not known is no answer here.
        MUST_BE_KNOWN,
        /// The first of the others stands beside no other answer.
        STANDS_ALONE,
        /// Only what was answered to the first of the others can be answered here.
        NOT_AMONG,
        /// The question is put only when the first of the others has one of the answers after it.
        NOT_SHOWN,
        /// Not together with what was answered to the first of the others.
        NOT_WITH,
        /// Answered together with the first of the others, or neither of them.
        TOGETHER,
        /// No contact is sent without an answer.
        MISSING;

        /// Whether a contact with such a fault can be saved half-done: everything that is merely not there yet.
        public boolean canWait() {
            return switch (this) {
                case MISSING, TOGETHER -> true;
                case NOT_ASKED,
                        OTHER_KIND,
                        NO_SUCH_ANSWER,
                        ONE_ONLY,
                        TOO_HIGH,
                        MUST_BE_KNOWN,
                        STANDS_ALONE,
                        NOT_AMONG,
                        NOT_SHOWN,
                        NOT_WITH -> false;
            };
        }

        /// The part of a message key that names it: `not-among`.
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Fault of(Question question, Kind kind, String... others) {
        return new Fault(question.key(), kind, List.of(others));
    }
}
