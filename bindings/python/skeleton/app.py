from aws_cdk import App, Environment, Validations
from cdk_compliant_backup import CoverageChecks, ValidityChecks
from orders_stack import OrdersStack

app = App()
OrdersStack(app, "Orders", env=Environment(account="111122223333", region="eu-west-1"))
Validations.of(app).add_plugins(ValidityChecks(app), CoverageChecks(app))
app.synth()
