package se.ledfyr.emergency.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.casework.PersonSection;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.emergency.Breaking;
import se.ledfyr.emergency.Doubles;
import se.ledfyr.emergency.Seal;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.PersonId;

/// Whom a case is sealed to, on the person's page and on that of the case.
@Component
class SealSection implements PersonSection, CaseSection {

    private static final String ANCHOR = "seal";

    private final SealedCases sealed;
    private final Doubles doubles;
    private final Registrations registrations;
    private final Members members;

    SealSection(SealedCases sealed, Doubles doubles, Registrations registrations, Members members) {
        this.sealed = sealed;
        this.doubles = doubles;
        this.registrations = registrations;
        this.members = members;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Optional<View> of(Registration registration, Texts texts) {
        return view(
                registration.person(),
                SealedAt.of(registration.id()),
                Acting.current().may(Right.SEAL_CASES),
                texts);
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        RegistrationId from = file.registration();
        RegistrationId registration = from != null
                ? from
                : registrations.listOf(file.person()).stream()
                        .map(Registration::id)
                        .findFirst()
                        .orElse(null);
        return registration == null
                ? Optional.empty()
                : view(file.person(), SealedAt.of(registration), sealed.mayDecide(file.person()), texts);
    }

    /// For somebody of whom the organisation keeps no registration, as in the programmes. Who has one
    /// is sealed from there.
    Optional<View> of(PersonId person, Texts texts) {
        return registrations.listOf(person).isEmpty()
                ? view(person, SealedAt.of(person), sealed.mayDecide(person), texts)
                : Optional.empty();
    }

    /// Where nothing is sealed, only whoever could seal is shown something.
    private Optional<View> view(PersonId person, SealedAt at, boolean maySeal, Texts texts) {
        Seal seal = sealed.find(person).orElse(null);
        List<Doubles.Double> found = doubles.of(person);
        if (seal == null && found.isEmpty() && !maySeal) {
            return Optional.empty();
        }
        Map<MemberId, String> names = members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
        Map<String, Object> model = new HashMap<>();
        model.put("seal", Optional.ofNullable(seal));
        model.put("breakings", seal == null ? List.<Breaking>of() : sealed.breakings(person));
        model.put("doubles", found);
        model.put("names", names);
        model.put("at", at.path());
        model.put("mayDecide", maySeal || seal != null && sealed.mayDecide(person));
        return Optional.of(new View(ANCHOR, texts.get(title(seal, found)), new Piece("emergency/section", model)));
    }

    private static String title(@Nullable Seal seal, List<Doubles.Double> doubles) {
        return seal != null ? "emergency.sealed" : doubles.isEmpty() ? "emergency.seal" : "emergency.doubles";
    }
}
