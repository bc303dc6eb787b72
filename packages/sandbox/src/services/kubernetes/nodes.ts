import type { Manifest } from './objects/types';

const CAPACITY = {
  cpu: '96',
  memory: '384Gi',
  pods: '250',
  'ephemeral-storage': '200Gi',
};
const CREATED_DAYS_AGO = 41;

/** The three workers of the cluster, one an availability zone. */
export function nodeManifests(now: Date): Manifest[] {
  const since = new Date(now.getTime() - CREATED_DAYS_AGO * 86_400_000)
    .toISOString()
    .replace(/\.\d+/, '');
  return ['a', 'b', 'c'].map((zone, index) => {
    const address = `10.0.${index * 64}.${17 + index}`;
    const name = `ip-${address.replace(/\./g, '-')}.us-east-1.compute.internal`;
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/os': 'linux',
          'kubernetes.io/hostname': name,
          'node.kubernetes.io/instance-type': 'm7i.24xlarge',
          'topology.kubernetes.io/region': 'us-east-1',
          'topology.kubernetes.io/zone': `us-east-1${zone}`,
        },
        annotations: { 'sandbox.portico/simulated': 'true' },
      },
      spec: { providerID: `aws:///us-east-1${zone}/i-sandbox${index}` },
      status: {
        capacity: CAPACITY,
        allocatable: CAPACITY,
        addresses: [
          { type: 'InternalIP', address },
          { type: 'Hostname', address: name },
        ],
        conditions: [
          [
            'MemoryPressure',
            'False',
            'KubeletHasSufficientMemory',
            'kubelet has sufficient memory available',
          ],
          [
            'DiskPressure',
            'False',
            'KubeletHasNoDiskPressure',
            'kubelet has no disk pressure',
          ],
          [
            'PIDPressure',
            'False',
            'KubeletHasSufficientPID',
            'kubelet has sufficient PID available',
          ],
          ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
        ].map(([type, status, reason, message]) => ({
          type,
          status,
          reason,
          message,
          lastHeartbeatTime: since,
          lastTransitionTime: since,
        })),
        nodeInfo: {
          architecture: 'amd64',
          operatingSystem: 'linux',
          osImage: 'Sandbox (simulated)',
          kernelVersion: '6.12.0',
          kubeletVersion: 'v1.33.4',
          kubeProxyVersion: 'v1.33.4',
          containerRuntimeVersion: 'containerd://1.7.27',
          bootID: '',
          machineID: '',
          systemUUID: '',
        },
      },
    };
  });
}
