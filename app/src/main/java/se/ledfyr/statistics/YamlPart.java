package se.ledfyr.statistics;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A part of a declaration that knows where it stands, so that a fault can be found.
///
/// Only the tree of nodes is read, no object is ever made from a tag.
record YamlPart(String file, Node node) {

    static YamlPart read(String file, Reader text) {
        try {
            Node root = new Yaml().compose(text);
            if (root == null) {
                throw new BrokenDeclaration(file + ":1", "the file is empty");
            }
            return new YamlPart(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenDeclaration(file + ":" + line, String.valueOf(e.getProblem()));
        }
    }

    BrokenDeclaration broken(String what) {
        return new BrokenDeclaration(file + ":" + (node.getStartMark().getLine() + 1), what);
    }

    /// What `make` gives; when it refuses, the place is added to its message.
    <T> T made(Function<YamlPart, T> make) {
        try {
            return make.apply(this);
        } catch (IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    /// Refuses keys that nobody reads: a misspelt one must not be passed over.
    YamlPart onlyWith(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : entries().keySet()) {
            if (!known.contains(key)) {
                throw broken("unknown key '%s'; known: %s".formatted(key, String.join(", ", keys)));
            }
        }
        return this;
    }

    YamlPart get(String key) {
        return find(key).orElseThrow(() -> broken("'%s' is missing".formatted(key)));
    }

    Optional<YamlPart> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    String text(String key) {
        return get(key).text();
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw broken("a text is needed here");
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw broken("a whole number is needed here");
        }
    }

    boolean isTrue(String key) {
        return find(key)
                .map(part -> switch (part.text()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw part.broken("true or false is needed here");
                })
                .orElse(false);
    }

    List<YamlPart> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlPart(file, item))
                    .toList();
        }
        throw broken("a list is needed here");
    }

    List<YamlPart> items(String key) {
        return find(key).map(YamlPart::items).orElse(List.of());
    }

    private Map<String, YamlPart> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("keys and values are needed here");
        }
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlPart key = new YamlPart(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlPart(file, tuple.getValueNode())) != null) {
                throw key.broken("'%s' stands here twice".formatted(key.text()));
            }
        }
        return entries;
    }
}
