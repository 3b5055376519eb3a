package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.ledfyr.LedfyrApplication;
import se.ledfyr.console.TestTls;
import se.ledfyr.installation.House;
import se.ledfyr.installation.TestInstallation;

/// The house speaking TLS with a certificate and key in PEM files.
class TlsTests {

    private static final char[] PASSWORD = "only for this test".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void overTlsTheCookieIsBoundToThisHostAndNeverLeavesTls() throws Exception {
        KeyStore keys = certificate();
        Path certificate = pem("CERTIFICATE", keys.getCertificate("test").getEncoded());
        Path key = pem("PRIVATE KEY", keys.getKey("test", PASSWORD).getEncoded());
        Map<String, Object> settings =
                TestTls.properties(Map.of("LEDFYR_TLS_CERT", certificate.toString(), "LEDFYR_TLS_KEY", key.toString()));
        try (var house = new SpringApplicationBuilder(LedfyrApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> new TestInstallation()
                        .initialize((org.springframework.context.support.GenericApplicationContext) context))
                .run(arguments(settings))) {
            int port = House.port(house);
            HttpResponse<String> answer = client(keys)
                    .send(
                            HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-ledfyr=")
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=63072000"));
        }
    }

    private static String[] arguments(Map<String, Object> settings) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("--server.port=0"),
                        settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()))
                .toArray(String[]::new);
    }

    private KeyStore certificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem(String what, byte[] content) throws Exception {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        String text = "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
        return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text);
    }

    private static HttpClient client(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
