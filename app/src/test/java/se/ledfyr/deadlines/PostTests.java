package se.ledfyr.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Role;
import se.ledfyr.pages.Languages;
import se.ledfyr.personas.Personas;

/// Letters, sent to a mail server that really listens.
@HouseTest
class PostTests {

    private static final String DUE = "deadlines.letter.due";

    @Autowired
    private Letters letters;

    @Autowired
    private Turn turn;

    @Autowired
    private LetterQueries queries;

    @Autowired
    private Members members;

    @Autowired
    private Languages languages;

    @Autowired
    private JointTransaction parts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private final String reference =
            "REF-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void listen() {
        // Letters of other tests would only be in the way.
        TestInstallation.owner()
                .sql("update deadlines.letter set given_up_at = now(), next_try_at = null, path = null, address = null"
                        + " where next_try_at is not null")
                .update();
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop();
    }

    @Test
    void aLetterIsALinkAndAReferenceInBothLanguagesAndNothingElse() throws Exception {
        Personas.NORD_COORDINATOR
                .acting()
                .run(() -> letters.send(Personas.NORD_COORDINATOR.id(), DUE, reference, "/deadlines"));

        assertThat(post().work()).isEqualTo(1);

        MimeMessage message = received().getFirst();
        String body = message.getContent().toString();
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(Personas.NORD_COORDINATOR.login());
        assertThat(message.getFrom()[0]).hasToString("ledfyr@example.org");
        assertThat(message.getSubject()).contains(reference, "gått ut", "is over");
        assertThat(body).contains("https://ledfyr.example.org/deadlines", reference);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        // Everything but the link and the reference stands in the message files, the same for everybody.
        String rest =
                body.replace("https://ledfyr.example.org/deadlines", "{1}").replace(reference, "{0}");
        assertThat(rest.replace("\r", "").strip())
                .isEqualTo(languages.in(Languages.SWEDISH).get(DUE + ".body") + "\n\n--\n\n"
                        + languages.in(Languages.ENGLISH).get(DUE + ".body"));
    }

    @Test
    void afterSendingNeitherTheLinkNorTheAddressIsKept() throws Exception {
        Personas.NGO_CASEWORKER
                .acting()
                .run(() -> letters.send("kommun@example.org", DUE, reference, "/answer/secret"));
        assertThat(stored()).containsEntry("path", "/answer/secret").containsEntry("address", "kommun@example.org");

        post().work();

        assertThat(received().getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("kommun@example.org");
        assertThat(received().getFirst().getContent().toString()).contains("https://ledfyr.example.org/answer/secret");
        assertThat(stored()).containsEntry("path", null).containsEntry("address", null);
        assertThat(stored().get("sent_at")).isNotNull();
    }

    @Test
    void withoutSettingsLettersWait() throws Exception {
        Personas.NGO_CASEWORKER.acting().run(() -> letters.send("kommun@example.org", DUE, reference, "/"));

        assertThat(post(new MockEnvironment()).work()).isZero();

        assertThat(stored().get("next_try_at")).isNotNull();
        assertThat(Personas.NGO_CASEWORKER.acting().call(() -> letters.countWaiting()))
                .as("not to them: how many wait for others may tell of somebody sealed")
                .isZero();
        assertThat(post().work()).isEqualTo(1);
    }

    @Test
    void whenTheServerIsGoneLettersWaitForIt() throws Exception {
        Personas.NGO_CASEWORKER.acting().run(() -> letters.send("kommun@example.org", DUE, reference, "/"));
        Post post = post();
        server.stop();

        assertThat(post.work()).isZero();

        server.start();
        assertThat(post().work()).isEqualTo(1);
        assertThat(received()).hasSize(1);
    }

    @Test
    void anUnprotectedOrUnknownServerGetsNothing() throws Exception {
        Personas.NGO_CASEWORKER.acting().run(() -> letters.send("kommun@example.org", DUE, reference, "/"));

        assertThat(post(environment().withProperty("LEDFYR_SMTP_TLS", "starttls"))
                        .work())
                .as("it does not offer TLS")
                .isZero();
        assertThat(received()).isEmpty();
        GreenMail unknown = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        unknown.start();
        try {
            assertThat(post(environment()
                                    .withProperty("LEDFYR_SMTP_TLS", "tls")
                                    .withProperty(
                                            "LEDFYR_SMTP_PORT",
                                            Integer.toString(unknown.getSmtps().getPort())))
                            .work())
                    .as("nobody vouches for its certificate")
                    .isZero();
            assertThat(unknown.getReceivedMessages()).isEmpty();
        } finally {
            unknown.stop();
        }
        assertThat(stored().get("next_try_at")).isNotNull();
    }

    @Test
    void theHouseSignsInAtTheServerWithItsPassword() throws Exception {
        server.setUser("ledfyr@example.org", "house", "right");
        server.getUserManager().setAuthRequired(true);
        Personas.NGO_CASEWORKER.acting().run(() -> letters.send("kommun@example.org", DUE, reference, "/"));
        MockEnvironment house = environment().withProperty("LEDFYR_SMTP_USER", "house");

        assertThat(post(house.withProperty("LEDFYR_SMTP_PASSWORD", "wrong")).work())
                .isZero();
        assertThat(post(house.withProperty("LEDFYR_SMTP_PASSWORD", "right")).work())
                .isEqualTo(1);
    }

    @Test
    void whoeverIsShutOutGetsNoLetter() throws Exception {
        UUID gone = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into organisations.member (id, organisation, login, name, roles, created_at, disabled_at)"
                        + " values (?, ?, ?, 'Borta', array['CASEWORKER'], now(), now())")
                .params(List.of(gone, Personas.NGO_CASEWORKER.place().id().value(), gone + "@example.org"))
                .update();
        Personas.NGO_CASEWORKER
                .acting()
                .run(() -> letters.send(new se.ledfyr.organisations.MemberId(gone), DUE, reference, "/"));
        int told = Personas.NGO_CASEWORKER
                .acting()
                .call(() -> letters.sendToRoles(Set.of(Role.CASEWORKER), DUE, reference, "/deadlines"));

        post().work();

        assertThat(told).isGreaterThanOrEqualTo(1);
        assertThat(received()).noneMatch(message -> to(message).startsWith(gone.toString()));
        assertThat(received()).anyMatch(message -> to(message).equals(Personas.NGO_CASEWORKER.login()));
    }

    @Test
    void whatWaitsForSomebodyAlreadyIsNotWrittenTwice() throws Exception {
        for (int i = 0; i < 3; i++) {
            Personas.NGO_CASEWORKER
                    .acting()
                    .call(() -> letters.sendToRoles(Set.of(Role.CASEWORKER), DUE, reference, "/deadlines"));
        }
        post().work();

        assertThat(received().stream().filter(message -> to(message).equals(Personas.NGO_CASEWORKER.login())))
                .hasSize(1);
    }

    @Test
    void aLetterOfSomethingThatWasUndoneIsNeverSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Personas.NGO_CASEWORKER
                        .acting()
                        .run(() -> transaction.executeWithoutResult(status -> {
                            letters.send("kommun@example.org", DUE, reference, "/");
                            throw new IllegalStateException("undone");
                        })));

        assertThat(post().work()).isZero();
        assertThat(received()).isEmpty();
    }

    @Test
    void twoNodesSendEachLetterOnce() throws Exception {
        int many = 60;
        for (int i = 0; i < many; i++) {
            String each = reference + "-" + i;
            Personas.NGO_CASEWORKER.acting().run(() -> letters.send("kommun@example.org", DUE, each, "/"));
        }
        Post one = post();
        Post other = post();

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(one::work);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other::work);

        assertThat(first.get() + second.get()).isEqualTo(many);
        Set<String> identifiers = new HashSet<>();
        for (MimeMessage message : received()) {
            assertThat(identifiers.add(message.getMessageID())).isTrue();
        }
        assertThat(identifiers).hasSize(many);
    }

    @Test
    void aLetterHoldsNothingButWhatItMay() {
        Personas.NGO_CASEWORKER.acting().run(() -> {
            for (String notAReference : List.of("", "Anna Andersson", "x", "A".repeat(41))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> letters.send("a@example.org", DUE, notAReference, "/"));
            }
            for (String notAPath : List.of("", "https://elsewhere.example.org", "//elsewhere", "/a b", "/?q=Anna")) {
                assertThatIllegalArgumentException()
                        .as(notAPath)
                        .isThrownBy(() -> letters.send("a@example.org", DUE, "R", notAPath));
            }
            for (String notAnAddress :
                    List.of("", "a", "a@b", "a@example.org, b@example.org", "a@example.org\nBcc: b@example.org")) {
                assertThatIllegalArgumentException()
                        .as(notAnAddress)
                        .isThrownBy(() -> letters.send(notAnAddress, DUE, "R", "/"));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> letters.send("a@example.org", "no.such.text", "R", "/"));
        });
    }

    @Test
    void halfSettingsStopTheStart() {
        for (String missing : List.of("LEDFYR_SMTP_FROM", "ledfyr.public-url")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MailSettings(environment().withProperty(missing, "")));
        }
        for (Map.Entry<String, String> wrong :
                Map.of("LEDFYR_SMTP_PORT", "mail", "LEDFYR_SMTP_TLS", "yes").entrySet()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MailSettings(environment().withProperty(wrong.getKey(), wrong.getValue())))
                    .withMessageContaining(wrong.getKey());
        }
        assertThat(new MailSettings(environment().withProperty("LEDFYR_SMTP_PASSWORD", "geheim")))
                .asString()
                .doesNotContain("geheim");
    }

    private Post post() {
        return post(environment());
    }

    private Post post(MockEnvironment environment) {
        MailServer mail = new MailServer(new MailSettings(environment), languages);
        return new Post(turn, queries, members, mail, parts, transaction, clock);
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty("LEDFYR_SMTP_HOST", "localhost")
                .withProperty(
                        "LEDFYR_SMTP_PORT", Integer.toString(server.getSmtp().getPort()))
                .withProperty("LEDFYR_SMTP_TLS", "none")
                .withProperty("LEDFYR_SMTP_FROM", "ledfyr@example.org")
                .withProperty("ledfyr.public-url", "https://ledfyr.example.org/");
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private static String to(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, @Nullable Object> stored() {
        return TestInstallation.owner()
                .sql("select path, address, sent_at, next_try_at from deadlines.letter where reference = ?")
                .param(reference)
                .query()
                .singleRow();
    }
}
