package se.ledfyr.surveys.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registrations;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;

/// Who somebody is and what they were exploited for, as the registration says.
@Component
class PersonInCase implements PartOfCase {

    private static final String CHILD = "child";
    private static final String AGE = "age_years";
    private static final int OLDEST_CHILD = 17;

    /// Continents as the list of countries has them, by the numbers of the United Nations.
    private static final Map<String, String> CONTINENTS =
            Map.of("150", "europe_non_eu", "142", "asia", "002", "africa");

    private final Registrations registrations;
    private final Codes codes;

    PersonInCase(Registrations registrations, Codes codes) {
        this.registrations = registrations;
        this.codes = codes;
    }

    @Override
    public void say(CaseFile file, Said said) {
        int identified = file.identifiedOn().getYear();
        if (identified == said.year()) {
            said.one("contact", "new_" + said.year());
        } else if (identified < said.year()) {
            said.one("contact", "carried_over");
        }
        said.one("exposure", "direct");
        if (file.registration() != null) {
            registered(registrations.get(file.registration()).facts(), said);
        }
    }

    private void registered(Facts facts, Said said) {
        said.one("sex", facts.sex());
        said.one("origin_country", facts.citizenship());
        if (facts.citizenship() != null) {
            said.one("origin_region", regionOf(codes.book(), facts.citizenship(), said.lastDay()));
        }
        said.several("forms", facts.forms());
        said.one("began", facts.began());
        said.one("setting", setting(facts.setting()));
        said.one("identified_by", facts.referredBy());
        if (facts.birthYear() != null && facts.ageGroup().equals(CHILD)) {
            age(facts.birthYear(), facts.registeredOn(), said);
        }
    }

    /// Of the year of birth alone nobody can tell whether the birthday has been. A child that turns 18 in the year
    /// it was registered in was 17; of every other the age may be one too high.
    private static void age(int born, LocalDate registered, Said said) {
        int turns = said.year() - born;
        if (turns == OLDEST_CHILD + 1 && registered.getYear() == said.year()) {
            said.number(AGE, OLDEST_CHILD);
        } else {
            said.number(AGE, turns);
            if (turns > 0) {
                said.doubt(AGE);
            }
        }
    }

    /// The part of the world a country is in, as the questionnaires divide it.
    static String regionOf(CodeBook book, String country, LocalDate day) {
        if (book.isValid("eu_member", country, day)) {
            return "eu";
        }
        if (book.isValid("south_american_country", country, day)) {
            return "south_america";
        }
        return book.find("country", country, day)
                .map(Code::parent)
                .map(continent -> CONTINENTS.getOrDefault(continent, "other_unknown"))
                .orElse("other_unknown");
    }

    private static @Nullable String setting(@Nullable String setting) {
        return setting == null || setting.equals("both") ? setting : setting + "_only";
    }
}
