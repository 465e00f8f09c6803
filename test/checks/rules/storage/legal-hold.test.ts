import { legalHold } from '../../../../src/checks/rules/storage/legal-hold';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const both = (dates: object | undefined, Description = 'the case of the orders') => bothWays({
  Hold: {
    Type: 'AWS::Backup::LegalHold',
    Properties: { Title: 'orders', Description, RecoveryPointSelection: { VaultNames: ['orders'], ...dates && { DateRange: dates } } },
  },
});
const range = (FromDate: unknown, ToDate: unknown) => both({ FromDate, ToDate });
const [FROM, TO] = ['RecoveryPointSelection.DateRange.FromDate', 'RecoveryPointSelection.DateRange.ToDate'];

describeRule(legalHold, {
  compliant: [
    { name: 'a year', ...range('2024-01-01T00:00:00Z', '2024-12-31T23:59:59.999Z') },
    { name: 'days, with other hours', ...range('2024-01-01', '2024-01-02T00:00:00+02:00') },
    { name: 'one moment', ...range('2024-01-01', '2024-01-01') },
    { name: 'one moment, in UTC where no offset says otherwise', ...range('2024-01-01T00:00', '2024-01-01T00:00:00Z') },
    { name: 'the same, the other way round', ...range('2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000') },
    { name: 'the longest description', ...both(undefined, 'd'.repeat(280)) },
  ],
  nonCompliant: [
    {
      name: 'an end before the beginning',
      ...range('2024-12-31', '2024-01-01'),
      messages: [`legal hold Hold: '${FROM}' must be before '${TO}' ('2024-01-01'), got '2024-12-31'. Swap the two dates.`],
      paths: [FROM],
    },
    {
      name: 'a value that is not a date',
      ...range('1 January 2024', '2024-13-01'),
      messages: [
        `legal hold Hold: '${FROM}' must be an ISO 8601 date, got '1 January 2024'. Write it in the form '2026-01-31T00:00:00Z'.`,
        `legal hold Hold: '${TO}' must be an ISO 8601 date, got '2024-13-01'. Write it in the form '2026-01-31T00:00:00Z'.`,
      ],
      paths: [FROM, TO],
    },
    {
      name: 'a future date, which might be past on deployment',
      ...range('2024-01-01', '2999-01-01'),
      messages: [`legal hold Hold: '${TO}' should not be in the future, got '2999-01-01'. A legal hold covers only recovery points that exist. Set a date in the past.`],
      paths: [TO],
      levels: ['warning'],
    },
    {
      name: 'a description that is too long for the guide',
      ...both(undefined, 'd'.repeat(281)),
      messages: ['legal hold Hold: \'Description\' should be at most 280 characters, got 281 characters. Shorten it.'],
      paths: ['Description'],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'no hold', ...bothWays({ Bucket: { Type: 'AWS::S3::Bucket' } }) }],
  unknown: [{ name: 'a date that is a parameter', ...range(GIVEN, '2024-01-01'), messages: [`legal hold Hold: '${FROM}' is unknown.`] }],
});
