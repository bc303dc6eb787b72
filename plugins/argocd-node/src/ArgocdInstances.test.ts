import { ConfigReader } from '@backstage/config';
import { ArgocdInstances } from './ArgocdInstances';

const read = (instances?: object[]) =>
  ArgocdInstances.fromConfig(
    new ConfigReader(instances ? { argocd: { instances } } : {}),
  );

const staging = { name: 'staging', baseUrl: 'http://s.example/', token: 's' };
const main = { name: 'main', baseUrl: 'http://m.example', token: 'm' };

describe('ArgocdInstances', () => {
  it('gives the named one, and the first where none is named', () => {
    const instances = read([staging, main]);
    expect(instances.get('main').token).toBe('m');
    expect(instances.get()).toMatchObject({
      name: 'staging',
      baseUrl: 'http://s.example',
      frontendUrl: 'http://s.example',
    });
  });

  it('prefers the one that says it is the default', () => {
    expect(read([staging, { ...main, default: true }]).get().name).toBe('main');
  });

  it('lists the names for one that it does not know', () => {
    expect(() => read([staging, main]).get('prod')).toThrow(
      "There is no Argo CD instance 'prod'. Known instances: staging, main.",
    );
  });

  it('starts without the section and says what to add when asked', () => {
    const instances = read();
    expect(instances.list()).toEqual([]);
    expect(() => instances.get()).toThrow('Add argocd.instances');
  });

  it('refuses two of one name and two defaults', () => {
    expect(() => read([main, main])).toThrow("two entries named 'main'");
    expect(() =>
      read([
        { ...main, default: true },
        { ...staging, default: true },
      ]),
    ).toThrow('not main and staging');
  });
});
