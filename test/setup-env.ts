// AWS's validation engine needs a second per test file. The test that needs it calls it directly.
process.env.CDK_VALIDATION = 'false';
// Makes the use of deprecated CDK APIs fail.
process.env.JSII_DEPRECATED = 'fail';
