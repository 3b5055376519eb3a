package se.ledfyr.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.intake.SampleFiles.csv;
import static se.ledfyr.intake.SampleFiles.row;
import static se.ledfyr.personas.Personas.NATIONAL_AUDITOR;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

@HouseTest
class IntakePagesTests {

    @Autowired
    MockMvc mvc;

    @Test
    void faultsAreShownInTheReadersLanguageAndCanBeDownloaded() throws Exception {
        String address = sent(NORD_COORDINATOR, csv(row("sex", "kvinna"), row("citizenship", "Anna Andersson")));

        String page = body(NORD_COORDINATOR, get(address));
        assertThat(page)
                .contains("Ingenting togs emot: 2 fel", "<code>sex</code>", "<code>kvinna</code>", "En av: female");
        assertThat(page).doesNotContain("Andersson");
        assertThat(body(NORD_COORDINATOR, get(address).header("Accept-Language", "en")))
                .contains("Nothing was taken: 2 faults", "One of: female");
        assertThat(body(NORD_COORDINATOR, get(address + "/faults.csv")))
                .contains("2,sex,kvinna,\"En av: female")
                .doesNotContain("Andersson");
    }

    @Test
    void rightFileIsTakenAndListed() throws Exception {
        assertThat(body(NGO_CASEWORKER, get(sent(NGO_CASEWORKER, csv(row("citizenship", "FJ"))))))
                .contains("Filen har tagits emot", "1 post tillagd");
        assertThat(body(NGO_CASEWORKER, get("/import"))).contains("Nour Nära", "Mottagna filer");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void peopleOfOtherRegionsAreRegisteredOnlyAfterAYesFromTheSender() throws Exception {
        Map<String, String> row = row("municipality_code", "1280");
        row.put("region", "syd");
        String address = sent(NORD_COORDINATOR, csv(row));

        assertThat(body(NORD_COORDINATOR, get(address)))
                .contains("1 ny post hör till en annan region", "Syd: 1 post", "räknas de två gånger")
                .doesNotContain("Före och efter");
        assertThat(status(NORD_COORDINATOR, post(address + "/yes").with(csrf())))
                .isEqualTo(302);
        assertThat(body(NORD_COORDINATOR, get(address))).contains("1 post tillagd");
    }

    @Test
    void correctionsAreShownAndTakenAfterAYesFromTheSender() throws Exception {
        Map<String, String> row = row("citizenship", "WS");
        sent(NORD_COORDINATOR, csv(row));
        row.put("sex", "male");
        String address = sent(NORD_COORDINATOR, csv(row));

        assertThat(body(NORD_COORDINATOR, get(address)))
                .contains("1 känd post skulle ändras", "<code>female</code>", "<code>male</code>", address + "/yes");
        assertThat(uploads())
                .hasSize(1)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        assertThat(status(SYD_COORDINATOR, get(address))).isEqualTo(404);
        assertThat(status(SYD_COORDINATOR, post(address + "/yes").with(csrf()))).isEqualTo(404);
        assertThat(sex(row)).isEqualTo("female");

        assertThat(status(NORD_COORDINATOR, post(address + "/yes").with(csrf())))
                .isEqualTo(302);
        assertThat(body(NORD_COORDINATOR, get(address))).contains("1 post rättad");
        assertThat(sex(row)).isEqualTo("male");
        assertThat(uploads()).isEmpty();
        assertThat(status(NORD_COORDINATOR, post(address + "/yes").with(csrf())))
                .isEqualTo(404);
    }

    @Test
    void sendingNothingIsMetWithAWord() throws Exception {
        assertThat(body(NORD_COORDINATOR, multipart("/import").with(csrf()))).contains("Välj en fil först");
    }

    @Test
    void templatesAreFilesThatCanBeSentBack() throws Exception {
        byte[] workbook = mvc.perform(get("/import/template.xlsx").with(signedInAs(NORD_COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        MockHttpServletResponse sent = send(NORD_COORDINATOR, workbook);
        assertThat(body(NORD_COORDINATOR, get(Objects.requireNonNull(sent.getRedirectedUrl()))))
                .contains("Filen har tagits emot", "0 poster tillagda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void exportCanBeImportedAgainUnchanged(String format) throws Exception {
        String event = "UT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        Map<String, String> one = row("event_id", event);
        one.put("forms", "labour;criminal");
        Map<String, String> two = row("event_id", event);
        two.put("registered_on", "2023-05-18");
        sent(NORD_COORDINATOR, csv(one, two));

        byte[] file = mvc.perform(get("/export/registrations." + format)
                        .param("event", event)
                        .with(signedInAs(NORD_COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        if (format.equals("csv")) {
            assertThat(new String(file, UTF_8).lines().sorted())
                    .containsExactlyElementsOf(csv(one, two)
                            .replace("labour;criminal", "criminal;labour")
                            .lines()
                            .sorted()
                            .toList());
        }
        String address = Objects.requireNonNull(send(NORD_COORDINATOR, file).getRedirectedUrl());
        assertThat(body(NORD_COORDINATOR, get(address))).contains("2 var kända och oförändrade", "0 poster tillagda");
    }

    @Test
    void exportHoldsWhatOneMaySeeAndNothingElse() throws Exception {
        Map<String, String> row = row();
        sent(NGO_CASEWORKER, csv(row));
        String id = Objects.requireNonNull(row.get("registration_id"));

        assertThat(body(NGO_CASEWORKER, get("/export/registrations.csv"))).contains(id);
        assertThat(body(SYD_COORDINATOR, get("/export/registrations.csv"))).doesNotContain(id);
        assertThat(body(NORD_STATISTICIAN, get("/export/registrations.csv"))).doesNotContain(id);
        assertThat(body(NATIONAL_STATISTICIAN, get("/export/registrations.csv")))
                .contains(id);
        assertThat(TestInstallation.owner()
                        .sql(
                                "select count(*) from audit.entry where action = 'EXPORTED' and subjects @> array[?::uuid]")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(TestInstallation.owner()
                        .sql(
                                "select count(*) from audit.entry where action = 'EXPORTED' and member = ? and concerns = ?")
                        .params(List.of(
                                NATIONAL_STATISTICIAN.id().value(),
                                Personas.Place.NGO.id().value()))
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/import",
                "/import/template.csv",
                "/import/template.xlsx",
                "/import/00000000000000000000000000000000",
                "/import/00000000000000000000000000000000/faults.csv"
            })
    void withoutTheRightThereIsNoImport(String address) throws Exception {
        assertThat(status(NORD_STATISTICIAN, get(address))).isEqualTo(404);
        assertThat(status(NATIONAL_AUDITOR, get(address))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/export", "/export/registrations", "/export/registrations.csv", "/export/registrations.xlsx"})
    void withoutTheRightThereIsNoExport(String address) throws Exception {
        assertThat(status(NATIONAL_AUDITOR, get(address))).isEqualTo(404);
    }

    private static String sex(Map<String, String> row) {
        return TestInstallation.owner()
                .sql("select sex from casework.registration where id = ?")
                .param(UUID.fromString(row.get("registration_id")))
                .query(String.class)
                .single();
    }

    private static List<Path> uploads() throws Exception {
        try (Stream<Path> files =
                Files.list(TestInstallation.installation().data().folder("uploads"))) {
            return files.toList();
        }
    }

    private String sent(Personas who, String content) throws Exception {
        return Objects.requireNonNull(send(who, content.getBytes(UTF_8)).getRedirectedUrl());
    }

    private MockHttpServletResponse send(Personas who, byte[] content) throws Exception {
        return mvc.perform(multipart("/import")
                        .file(new MockMultipartFile("file", "people.csv", "text/csv", content))
                        .with(csrf())
                        .with(signedInAs(who)))
                .andReturn()
                .getResponse();
    }

    private int status(Personas who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(signedInAs(who)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String body(Personas who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(signedInAs(who)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
