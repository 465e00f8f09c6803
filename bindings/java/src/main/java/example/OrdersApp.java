package example;

import io.github.cdkcompliantbackup.CoverageChecks;
import io.github.cdkcompliantbackup.ValidityChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

public final class OrdersApp {
    private OrdersApp() {
    }

    public static void main(final String[] args) {
        final App app = new App();
        new OrdersStack(app, "Orders", StackProps.builder()
            .env(Environment.builder().account("111122223333").region("eu-west-1").build())
            .build());
        Validations.of(app).addPlugins(new ValidityChecks(app), new CoverageChecks(app));
        app.synth();
    }
}
