import { Field, Select, Switch } from '@fluentui/react-components';
import type { Conditions as Body } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { t } from '../words.ts';

/** Clocks that sign the tokens of tabs: right, ahead as far as is forgiven, and further. */
const AHEAD = { right: 0, minute: 60, minutes: 300 };
const CLOCKS = Object.keys(AHEAD) as (keyof typeof AHEAD)[];

/** What is out of order around the product, for as long as somebody wants. */
export const Conditions = () => {
  const { world, tell, attempt } = useLocalTeams();
  const { isStorageAway = false, tokensAheadS = 0 } = world.status?.conditions ?? {};

  const change = async (body: Partial<Body>): Promise<void> => {
    const status = await attempt(() => local.setConditions(body));
    if (status) tell({ kind: 'app', status });
  };

  return (
    <>
      <Switch
        label={t('conditions.storage')}
        checked={isStorageAway}
        onChange={(_, { checked }) => void change({ isStorageAway: checked })}
      />
      <Field label={t('conditions.clock')} size="small">
        <Select
          size="small"
          value={String(tokensAheadS)}
          onChange={(_, { value }) => void change({ tokensAheadS: Number(value) })}
        >
          {CLOCKS.map((clock) => (
            <option key={clock} value={AHEAD[clock]}>
              {t(`conditions.${clock}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
};
