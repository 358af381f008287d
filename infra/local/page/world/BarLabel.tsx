import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  label: { '@media (max-width: 960px)': { display: 'none' } },
});

/** The words of a button in the top bar; a narrow window shows its icon alone. */
export const BarLabel = ({ children }: { children: string }) => (
  <span className={useStyles().label}>{children}</span>
);
