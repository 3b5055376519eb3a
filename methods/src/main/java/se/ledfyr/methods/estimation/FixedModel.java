package se.ledfyr.methods.estimation;

/// One model, whatever the table says.
public final class FixedModel extends Procedure {

    private final Model model;

    public FixedModel(Model model) {
        this.model = model;
    }

    @Override
    Choice choose(Counts counts) {
        if (counts.lists() != model.lists()) {
            throw new IllegalArgumentException(
                    "the model is about %d lists, the table has %d".formatted(model.lists(), counts.lists()));
        }
        return Choice.of(counts, model);
    }

    @Override
    public String name() {
        return "model " + model;
    }
}
