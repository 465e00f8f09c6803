import { arnFormProblems, resourceArnWarnings } from '../../../src/validation/selection/resource-arns';
import { Problem } from '../../../src/values/problem';

test.each([
  '*', 'arn:aws:rds:*', 'arn:aws-cn:ec2:*', 'arn:aws:dynamodb:*:*', 'arn:aws:s3:::*', 'arn:aws:s3:::bucket', 'arn:aws:ec2:*:*:volume/*',
  'arn:aws:rds:eu-west-1:111122223333:cluster:orders', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders*',
])('%s is an ARN', (arn) => {
  expect(arnFormProblems('Resources', [arn])).toEqual([]);
  expect(resourceArnWarnings('Resources', [arn])).toEqual([]);
});

test.each(['', 'orders', 'table/*', 'arn:aws:s3', 'arn:aws:s3:', 'arn:aws:rds:eu-west-1', 'arn:aws:rds:eu-west-1:111122223333'])('%j is none', (arn) => {
  expect(arnFormProblems('Resources', [arn])).toEqual([new Problem('form', `'Resources' must contain ARNs, or '*' for every resource, got '${arn}'. Write the whole ARN.`, arn)]);
});

test('a wildcard inside the name of a resource is doubtful', () => {
  expect(resourceArnWarnings('Resources', ['arn:aws:s3:::*-logs'])).toHaveLength(1);
});
