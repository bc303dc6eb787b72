import type { ServiceCategory } from '@portico/plugin-cost-common';

/** By words in the names that Cost Explorer gives to services; the first that matches. */
const CATEGORIES: [RegExp, ServiceCategory][] = [
  [
    /relational database|dynamodb|elasticache|documentdb|neptune|memorydb|timestream|keyspaces|aurora|database/i,
    'Databases',
  ],
  [
    /redshift|athena|glue|kinesis|opensearch|elasticsearch|elastic mapreduce|emr|quicksight|lake formation|data exchange/i,
    'Analytics',
  ],
  [
    /bedrock|sagemaker|comprehend|rekognition|textract|transcribe|translate|polly|lex|personalize|kendra|amazon q\b|claude/i,
    'AI and Machine Learning',
  ],
  [
    /simple queue|simple notification|streaming for apache kafka|eventbridge|cloudwatch events|step functions|amazon mq|appflow|api gateway/i,
    'Integration',
  ],
  [
    /simple storage|elastic file system|glacier|fsx|backup|storage gateway|elastic block/i,
    'Storage',
  ],
  [
    /virtual private cloud|cloudfront|route 53|load balancing|direct connect|transit gateway|global accelerator|data transfer|vpn|ec2 - other/i,
    'Networking',
  ],
  [
    /key management|secrets manager|guardduty|\bwaf\b|shield|inspector|macie|security hub|certificate manager|cloudhsm|network firewall|detective/i,
    'Security',
  ],
  [/cognito|directory service|identity|single sign-on/i, 'Identity'],
  [
    /elastic compute|container|lambda|fargate|lightsail|batch|app runner|elastic beanstalk|kubernetes|savings plans for/i,
    'Compute',
  ],
  [
    /cloudwatch|cloudtrail|\bconfig\b|systems manager|cost explorer|organizations|service catalog|control tower|x-ray|grafana|prometheus|datadog/i,
    'Management and Governance',
  ],
  [
    /codebuild|codepipeline|codecommit|codedeploy|codeartifact|cloud9|codewhisperer/i,
    'Developer Tools',
  ],
  [/\biot\b|greengrass/i, 'Internet of Things'],
  [/elemental|media|interactive video/i, 'Media'],
  [/migration|datasync|transfer family|snowball/i, 'Migration'],
  [/amplify|device farm|pinpoint/i, 'Mobile'],
  [/workspaces|workmail|connect|chime|workdocs/i, 'Business Applications'],
  [/simple email/i, 'Integration'],
];

/** What a service of AWS is for, in FOCUS' words; `Other` where its name says nothing. */
export function serviceCategoryOf(serviceName: string): ServiceCategory {
  return CATEGORIES.find(([words]) => words.test(serviceName))?.[1] ?? 'Other';
}
