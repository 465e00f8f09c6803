// AWS's validation engine costs a second per test file; the test that wants it calls it directly.
process.env.CDK_VALIDATION = 'false';
// What the CDK has deprecated is not used.
process.env.JSII_DEPRECATED = 'fail';
