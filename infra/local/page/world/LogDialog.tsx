import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { LogEntry } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { writeTime } from '../state/useNow.ts';
import { t } from '../words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '960px' },
  scroll: { maxHeight: '60vh', overflow: 'auto' },
  time: { width: '120px' },
  short: { width: '76px' },
  who: { width: '150px' },
  gist: { overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXS },
});

/** Every call that the bot made to Teams, the newest first. */
export const LogDialog = ({ close }: { close: () => void }) => {
  const styles = useStyles();
  const { world, attempt } = useLocalTeams();
  const [entries, setEntries] = useState<LogEntry[]>();
  const load = useCallback(() => void attempt(async () => setEntries(await local.log())), [attempt]);
  useEffect(load, [load]);
  const nameOf = (key: string | undefined): string =>
    world.people?.people.find((person) => person.key === key)?.name ?? '';

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('log.title')}</DialogTitle>
          <DialogContent>
            {entries?.length === 0 && <Text>{t('log.empty')}</Text>}
            {entries && entries.length > 0 && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              <section className={styles.scroll} aria-label={t('log.title')} tabIndex={0}>
                <Table size="small" aria-label={t('log.title')}>
                  <TableHeader>
                    <TableRow>
                      <TableHeaderCell className={styles.time}>{t('log.at')}</TableHeaderCell>
                      <TableHeaderCell className={styles.short}>{t('log.call')}</TableHeaderCell>
                      <TableHeaderCell className={styles.short}>{t('log.status')}</TableHeaderCell>
                      <TableHeaderCell className={styles.who}>{t('log.to')}</TableHeaderCell>
                      <TableHeaderCell>{t('log.gist')}</TableHeaderCell>
                    </TableRow>
                  </TableHeader>
                  <TableBody>
                    {entries.toReversed().map((entry) => (
                      <TableRow key={entry.seq}>
                        <TableCell>
                          {writeTime(Date.parse(entry.at), { dateStyle: 'short', timeStyle: 'medium' })}
                        </TableCell>
                        <TableCell>{entry.call}</TableCell>
                        <TableCell>{entry.status || t('log.noAnswer')}</TableCell>
                        <TableCell>{nameOf(entry.person)}</TableCell>
                        <TableCell className={styles.gist}>{entry.gist}</TableCell>
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
              </section>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={load}>{t('log.reload')}</Button>
            <Button appearance="primary" onClick={close}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
