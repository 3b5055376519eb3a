package se.ledfyr.demo;

/// The members of the demo's platform, and whom they meet in a year.
enum DemoSurveyMember {
    FYRSKENET(DemoOffice.NGO, "ORG-01", "female:3,male:1", "sexual:4,labour:2,household:1", 14, 3, 0),
    HAMNEN(DemoOffice.SHELTER, "ORG-02", "female:5,male:1", "sexual:4,forced_marriage:1,criminal:1", 12, 6, 0),
    VAGSKALET(DemoOffice.CROSSROADS, "ORG-03", "male:2,female:1", "labour:3,begging:2,criminal:1", 13, 0, 4),
    ARBETARJOUREN(DemoOffice.WORKERS, "ORG-04", "male:6,female:1", "labour:9,other:1", 18, 0, 11),
    LYKTAN(DemoOffice.WOMEN, "ORG-05", "female:1", "sexual:5,household:2", 11, 5, 0),
    /// Tells what it sees without counting.
    OPPNA_DORREN(DemoOffice.OPEN_DOOR, "ORG-06", "", "", 0, 0, 0),
    /// Has sent nothing.
    VAGEN(DemoOffice.LAWYERS, "ORG-07", "", "", 0, 0, 0);

    private final DemoOffice office;
    private final String label;
    private final String sexes;
    private final String forms;
    private final int adults;
    private final int children;
    private final int inGroup;

    DemoSurveyMember(
            DemoOffice office, String label, String sexes, String forms, int adults, int children, int inGroup) {
        this.office = office;
        this.label = label;
        this.sexes = sexes;
        this.forms = forms;
        this.adults = adults;
        this.children = children;
        this.inGroup = inGroup;
    }

    DemoOffice office() {
        return office;
    }

    String label() {
        return label;
    }

    String sexes() {
        return sexes;
    }

    String forms() {
        return forms;
    }

    int adults() {
        return adults;
    }

    int children() {
        return children;
    }

    /// How many of the adults belong to the group case of the year, which two members share.
    int inGroup() {
        return inGroup;
    }
}
