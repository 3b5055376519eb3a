package se.ledfyr.surveys;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// What was answered to one question. That nothing was answered is no answer at all.
public sealed interface Answer {

    /// The answer as rules and files write it: codes joined by `;`, `true`, a number; nothing for not known.
    String text();

    /// One code or several.
    record Codes(SortedSet<String> codes) implements Answer {

        public Codes {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("No code is no answer");
            }
        }

        public static Codes of(Collection<String> codes) {
            return new Codes(new TreeSet<>(codes));
        }

        public static Codes of(String code) {
            return of(java.util.List.of(code));
        }

        @Override
        public String text() {
            return String.join(";", codes);
        }
    }

    record YesNo(boolean yes) implements Answer {

        @Override
        public String text() {
            return Boolean.toString(yes);
        }
    }

    record Number(int number) implements Answer {

        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    /// The name of a group case.
    record Slug(String slug) implements Answer {

        @Override
        public String text() {
            return slug;
        }
    }

    /// Another contact.
    record Link(UUID contact) implements Answer {

        @Override
        public String text() {
            return contact.toString();
        }
    }

    /// The organisation was asked and does not know. Neither a no nor a blank.
    record NotKnown() implements Answer {

        @Override
        public String text() {
            return "";
        }
    }
}
