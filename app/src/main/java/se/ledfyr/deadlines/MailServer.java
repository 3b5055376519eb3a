package se.ledfyr.deadlines;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Speaks SMTP with the mail server of the settings.
@Component
class MailServer {

    private static final String PATIENCE_MILLIS = "10000";
    private static final String BETWEEN_LANGUAGES = "\n\n--\n\n";

    private final MailSettings settings;
    private final Texts swedish;
    private final Texts english;

    MailServer(MailSettings settings, Languages languages) {
        this.settings = settings;
        this.swedish = languages.in(Languages.SWEDISH);
        this.english = languages.in(Languages.ENGLISH);
    }

    boolean isKnown() {
        return settings.isComplete();
    }

    /// Opens a connection, over which any number of letters can be sent.
    ///
    /// @throws MessagingException when the server cannot be reached, is not safe enough or does not let us in
    Connection connect() throws MessagingException {
        Session session = Session.getInstance(properties());
        Transport transport = session.getTransport("smtp");
        if (settings.signsIn()) {
            transport.connect(settings.user(), settings.password());
        } else {
            transport.connect();
        }
        return new Connection(session, transport);
    }

    private Properties properties() {
        Properties mail = new Properties();
        mail.put("mail.smtp.host", settings.host());
        mail.put("mail.smtp.port", Integer.toString(settings.port()));
        mail.put("mail.smtp.auth", Boolean.toString(settings.signsIn()));
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            mail.put("mail.smtp." + wait, PATIENCE_MILLIS);
        }
        boolean startTls = settings.protection() == MailSettings.Protection.STARTTLS;
        mail.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        mail.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        mail.put("mail.smtp.ssl.enable", Boolean.toString(settings.protection() == MailSettings.Protection.TLS));
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        return mail;
    }

    /// An open connection to the mail server.
    final class Connection implements AutoCloseable {

        private final Session session;
        private final Transport transport;

        private Connection(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        boolean isOpen() {
            return transport.isConnected();
        }

        /// Sends one letter. Sent twice, it has the same identifier, so that mail programs can tell.
        ///
        /// @throws MessagingException when the server did not take it
        void send(UUID id, String address, Letter letter, Instant now) throws MessagingException {
            MimeMessage message = new Identified(session, "<%s@%s>".formatted(id, settings.domain()));
            Address[] to = {new InternetAddress(address)};
            message.setFrom(new InternetAddress(settings.from()));
            message.setRecipients(Message.RecipientType.TO, to);
            message.setSubject(subject(letter), StandardCharsets.UTF_8.name());
            message.setText(body(letter), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(Date.from(now));
            message.saveChanges();
            transport.sendMessage(message, to);
        }

        @Override
        public void close() throws MessagingException {
            transport.close();
        }
    }

    private String subject(Letter letter) {
        String key = letter.textKey() + ".subject";
        return swedish.get(key, letter.reference()) + " / " + english.get(key, letter.reference());
    }

    private String body(Letter letter) {
        String key = letter.textKey() + ".body";
        String link = settings.linkTo(letter.path());
        return swedish.get(key, letter.reference(), link)
                + BETWEEN_LANGUAGES
                + english.get(key, letter.reference(), link)
                + "\n";
    }

    /// A message that keeps the identifier it was given.
    private static final class Identified extends MimeMessage {

        private final String id;

        private Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
