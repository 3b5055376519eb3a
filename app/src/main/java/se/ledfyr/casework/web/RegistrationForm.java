package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.Protection;

/// A registration form as it was sent: what could be read from it, and what is wrong.
final class RegistrationForm {

    private final FormErrors errors = new FormErrors();
    private final Optional<Facts> facts;
    private final Optional<Circumstances> circumstances;

    private RegistrationForm(FormValues values, CodeBook codes, LocalDate today) {
        FactsReader reader = new FactsReader(values, codes, today, errors);
        facts = reader.read();
        boolean grownUp = facts.map(known -> known.ageGroup().equals("adult")).orElse(false);
        circumstances = new CircumstancesReader(values, reader, today, errors).read(grownUp);
    }

    /// The form for one person.
    static RegistrationForm read(FormValues values, CodeBook codes, LocalDate today) {
        return new RegistrationForm(values, codes, today);
    }

    FormErrors errors() {
        return errors;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// @throws java.util.NoSuchElementException when the form is not right
    Facts facts() {
        return facts.orElseThrow();
    }

    /// @throws java.util.NoSuchElementException when the form is not right
    Circumstances circumstances() {
        return circumstances.orElseThrow();
    }

    /// What tells namesakes apart.
    NameFacts nameFacts() {
        return new NameFacts(facts().birthYear(), facts().citizenship());
    }

    /// Who is to be registered, as the form says.
    record Who(Identity identity, @Nullable Protection protection) {

        /// Reads who, adding what is wrong to `errors`.
        static Optional<Who> read(FormValues values, FormErrors errors) {
            IdentityReader reader = new IdentityReader(values, errors);
            Protection protection = reader.protection();
            return reader.read().map(identity -> new Who(identity, protection));
        }

        /// Identity stays out of logs.
        @Override
        public String toString() {
            return "Who";
        }
    }
}
