package se.ledfyr.deadlines;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Role;
import se.ledfyr.pages.Languages;

/// Mail that is to go out: a link, a reference, and a text that says nothing about anybody.
///
/// A letter is written in the caller's transaction and sent once that is committed; without settings for mail it waits.
/// Its text stands in the message files of the module that sends it, under `<key>.subject` and `<key>.body`, in both
/// languages; `{0}` is the reference and, in the body, `{1}` the link. Nothing else can get into a letter.
@Service
@Transactional
public class Letters {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9#_-][A-Za-z0-9/#_-]{0,399})?");
    private static final int LONGEST_ADDRESS = 254;

    private final LetterQueries queries;
    private final Members members;
    private final Languages languages;
    private final MailSettings settings;
    private final Clock clock;

    Letters(LetterQueries queries, Members members, Languages languages, MailSettings settings, Clock clock) {
        this.queries = queries;
        this.members = members;
        this.languages = languages;
        this.settings = settings;
        this.clock = clock;
    }

    /// To a member of the acting organisation, at the address they sign in with. Whoever is shut out by the time it is
    /// sent gets none.
    ///
    /// @param reference what the letter calls the matter: capitals, digits and hyphens, nothing about a person
    /// @param path where the link leads, starting with `/`
    /// @throws IllegalArgumentException when a text is missing or something else than a reference or path is given
    public void send(MemberId member, String textKey, String reference, String path) {
        check(textKey, reference, path);
        queries.add(
                Acting.current().organisation(), member, null, new Letter(textKey, reference, path), clock.instant());
    }

    /// To an address outside, for instance of an organisation without members. The address and the link are kept until
    /// the letter is sent and no longer.
    ///
    /// @throws IllegalArgumentException as above, and when `address` cannot be a mail address
    public void send(String address, String textKey, String reference, String path) {
        check(textKey, reference, path);
        if (!isAddress(address)) {
            throw new IllegalArgumentException("address must be one mail address");
        }
        queries.add(
                Acting.current().organisation(),
                null,
                address.strip(),
                new Letter(textKey, reference, path),
                clock.instant());
    }

    /// To every member of the acting organisation who has one of the roles and is not shut out. Where the same text
    /// waits for a member already, they get no second one.
    ///
    /// @return how many members there are; 0 means that nobody will read it
    public int sendToRoles(Set<Role> roles, String textKey, String reference, String path) {
        return send(member -> member.roles().stream().anyMatch(roles::contains), textKey, reference, path);
    }

    /// The same about one thing. Where that is sealed in the acting organisation the letter goes to those it is sealed
    /// to and to nobody else, whatever their roles: to all others there is nothing to write about.
    ///
    /// @param about a person, a registration or a case
    public int sendToRoles(Set<Role> roles, UUID about, String textKey, String reference, String path) {
        return queries.keptTo(about)
                .map(insiders -> send(member -> insiders.contains(member.id()), textKey, reference, path))
                .orElseGet(() -> sendToRoles(roles, textKey, reference, path));
    }

    /// Those of the things that are sealed in the acting organisation, each with the members who may be told of it.
    /// Only the house can ask; to a member the answer is always none, since what they can ask about they see.
    Map<UUID, Set<MemberId>> sealed(Set<UUID> things) {
        return queries.keptTo(things);
    }

    /// Many at once, each as [#send(MemberId, String, String, String)].
    void sendAll(List<ToMember> letters) {
        letters.forEach(each -> check(
                each.letter().textKey(),
                each.letter().reference(),
                each.letter().path()));
        queries.addAll(Acting.current().organisation(), letters, clock.instant());
    }

    private int send(Predicate<Member> to, String textKey, String reference, String path) {
        check(textKey, reference, path);
        Letter letter = new Letter(textKey, reference, path);
        List<Member> readers = members.list().stream()
                .filter(member -> member.active() && to.test(member))
                .toList();
        readers.forEach(member ->
                queries.addUnlessWaiting(Acting.current().organisation(), member.id(), letter, clock.instant()));
        return readers.size();
    }

    /// Whether letters could go to `address`: one mail address, nothing around it.
    public static boolean isAddress(String address) {
        String plain = address.strip();
        return plain.length() <= LONGEST_ADDRESS && ADDRESS.matcher(plain).matches();
    }

    /// Whether this installation can send mail. While it cannot, letters wait, and pages must say so.
    public boolean canBeSent() {
        return settings.isComplete();
    }

    /// How many letters to the acting member wait to be sent. How many wait for others may tell of somebody sealed.
    public int countWaiting() {
        MemberId member = Acting.current().member();
        return member == null ? 0 : queries.countWaiting(member);
    }

    private void check(String textKey, String reference, String path) {
        for (String part : new String[] {".subject", ".body"}) {
            if (!languages.in(Languages.SWEDISH).has(textKey + part)
                    || !languages.in(Languages.ENGLISH).has(textKey + part)) {
                throw new IllegalArgumentException("There is no text " + textKey + part);
            }
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("reference is 1-40 capitals, digits and hyphens");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path is an address of this house");
        }
    }
}
