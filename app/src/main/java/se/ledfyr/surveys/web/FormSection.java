package se.ledfyr.surveys.web;

import java.util.List;

/// Questions under one heading. Public for the templates alone.
public record FormSection(String key, List<Field> fields) {

    public FormSection {
        fields = List.copyOf(fields);
    }
}
