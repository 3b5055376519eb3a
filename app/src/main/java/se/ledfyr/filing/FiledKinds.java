package se.ledfyr.filing;

import java.util.List;

/// Kinds of records that come with the data of a module, such as one for every year of a questionnaire.
public interface FiledKinds {

    List<FiledKind> list();
}
